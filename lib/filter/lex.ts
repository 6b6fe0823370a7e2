/** Splits the text of a filter into tokens. Any text can be split. */
import { t } from '@/lib/i18n';
import { STATUSES } from '@/lib/paper';
import { quotedAt } from '@/lib/text/quotes';
import { type Field, type Filter, FLAGS, type Flag, type Term } from './filter';

export type Token =
  | { readonly kind: 'open' | 'close' | 'not' | 'or' }
  /** `null` for something incomplete, such as `author:`. */
  | { readonly kind: 'operand'; readonly filter: Filter | null };

const FIELD_NAMES: Readonly<Record<string, Field>> = {
  ...{ title: 'title', ti: 'title' },
  ...{ abs: 'abstract', abstract: 'abstract' },
  ...{ author: 'authors', authors: 'authors', au: 'authors' },
  ...{ cat: 'categories', category: 'categories' },
  ...{ tag: 'tags', tags: 'tags' },
};
const FIELD = new RegExp(`(${Object.keys(FIELD_NAMES).join('|')}):`, 'iy');
const SPACE = /\s+/y;
const LONE_DASH = /-(?=\s|$)/y;
const OR = /OR(?=[\s)]|$)/y;
/** `status:read` is `is:read`. */
const IS = /(is|status):/iy;
const YEAR = /year:/iy;
/** `2024`, `2020-2023`, `2020-`, `-2020`; with dots as well. */
const YEARS = /^(\d{4})?(?:(-|\.\.\.?|–)(\d{4})?)?$/;
/** What people may expect to be a field. */
const NO_FIELD = /(note|notes):/iy;
/** `/pattern/flags`; a slash inside is escaped as `\/`. */
const REGEX = /\/((?:\\.|[^\\/])+)\/([ic]*)(?=[\s)]|$)/sy;
/** A letter and a star are not a stem: people search for "A*". */
const STEM = /^(..+)\*$/su;

/** Deeper nesting is flattened, so that the stack cannot overflow. */
const MAX_DEPTH = 100;

/** How many parentheses a word leaves open, as in `O(n`; they are closed before the group is. */
export function countUnclosed(word: string): number {
  let depth = 0;
  for (const character of word) {
    if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
  }
  return depth;
}

interface Lexed {
  /** In order. Every `open` has its `close`. */
  readonly tokens: Token[];
  /** Worded for the user. */
  readonly problems: string[];
  /** False while a regular expression has no closing slash. */
  readonly isWhole: boolean;
}

export function lex(text: string): Lexed {
  return new Lexer(text).run();
}

class Lexer {
  private at = 0;
  private depth = 0;
  private isWhole = true;
  private readonly tokens: Token[] = [];
  private readonly problems: string[] = [];

  constructor(private readonly text: string) {}

  run(): Lexed {
    while (this.at < this.text.length) this.step();
    if (this.depth > 0) this.problems.push(t('filterUnclosedGroup'));
    while (this.depth > 0) this.close();
    return { tokens: this.tokens, problems: this.problems, isWhole: this.isWhole };
  }

  private step(): void {
    if (this.take(SPACE) || this.take(LONE_DASH)) return;
    const character = this.text[this.at];
    if (character === '(') this.open();
    else if (character === ')' && this.depth > 0) this.close();
    else if (character === '-') this.push('not');
    else if (this.tokens.at(-1)?.kind !== 'not' && this.take(OR)) this.tokens.push({ kind: 'or' });
    else this.tokens.push({ kind: 'operand', filter: this.operand() });
  }

  private open(): void {
    this.depth += 1;
    if (this.depth <= MAX_DEPTH) this.push('open');
    else this.at += 1;
  }

  private close(): void {
    if (this.depth <= MAX_DEPTH) this.push('close');
    else this.at += 1;
    this.depth -= 1;
  }

  private push(kind: 'open' | 'close' | 'not'): void {
    this.tokens.push({ kind });
    this.at += 1;
  }

  private operand(): Filter | null {
    const state = this.take(IS)?.[1]?.toLowerCase();
    if (state) return this.flag(state);
    if (this.take(YEAR)) return this.years();
    if (this.take(NO_FIELD)) this.problems.push(t('filterNoNotes'));
    const name = this.take(FIELD)?.[1]?.toLowerCase();
    const term = this.term();
    if (!term && name) this.problems.push(t('filterEmptyField', name));
    return term && { kind: 'text', field: name ? (FIELD_NAMES[name] as Field) : null, term };
  }

  /** What follows `is:` or `status:`. */
  private flag(name: string): Filter | null {
    const word = this.word();
    const flags: readonly Flag[] = name === 'is' ? FLAGS : STATUSES;
    const flag = flags.find((one) => one === word.toLowerCase());
    if (flag) return { kind: 'is', flag };
    if (word === '') {
      this.problems.push(t('filterEmptyIs', name, flags.join(', ')));
      return null;
    }
    this.problems.push(t('filterUnknownIs', name, word, flags.join(', ')));
    return asWord(`${name}:${word}`);
  }

  private years(): Filter | null {
    const word = this.word();
    const [, first, dash, last] = YEARS.exec(word) ?? [];
    if (first || last) {
      const from = first ? Number(first) : null;
      return { kind: 'year', from, to: dash ? (last ? Number(last) : null) : from };
    }
    this.problems.push(t('filterYear'));
    return word === '' || dash ? null : asWord(`year:${word}`);
  }

  private term(): Term | null {
    const quoted = quotedAt(this.text, this.at);
    if (quoted) {
      this.at = quoted.end;
      if (quoted.phrase.trim() === '') return null;
      if (!quoted.isClosed) this.problems.push(t('filterUnclosedQuote'));
      return { kind: 'phrase', text: quoted.phrase.replaceAll('"', '”') }; // found all the same
    }
    const regex = this.take(REGEX);
    if (regex) {
      const [, source = '', flags = ''] = regex;
      return { kind: 'regex', source, matchCase: flags.includes('c') };
    }
    const word = this.word();
    if (word.startsWith('/') && word.length > 1) {
      this.isWhole = false;
      this.problems.push(t('filterUnclosedRegex', word));
    } else if (word === '/' && this.at === this.text.length) this.isWhole = false; // it begins one
    const stem = STEM.exec(word)?.[1];
    if (stem) return { kind: 'stem', text: stem };
    if (word === 'OR') return { kind: 'word', text: 'or' }; // must not be printed as OR
    return word === '' ? null : { kind: 'word', text: word };
  }

  /** Up to the next space, or the end of the group. */
  private word(): string {
    const start = this.at;
    let open = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] as string;
      if (/\s/.test(character)) break;
      if (character === ')' && open === 0 && this.depth > 0) break;
      if (character === '(') open += 1;
      else if (character === ')' && open > 0) open -= 1;
    }
    return this.text.slice(start, this.at);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}

/** What could not be understood is searched for. */
function asWord(text: string): Filter {
  return { kind: 'text', field: null, term: { kind: 'word', text } };
}
