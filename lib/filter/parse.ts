/**
 * Parses filters such as `attention -survey (cat:cs.LG OR author:"de vries") is:new /\bO\(n\)/`.
 */
import { t } from '@/lib/i18n';
import { EMPTY_FILTER, type Filter } from './filter';
import { lex, type Token } from './lex';

/** In characters. More than anyone types, but stops a pasted book from being taken for a filter. */
const MAX_LENGTH = 10_000;

interface Parsed {
  readonly filter: Filter;
  /** What was not understood, worded for the user. */
  readonly problems: readonly string[];
  /** False while a regular expression has no closing slash: its beginning is searched for as a word. */
  readonly isWhole: boolean;
}

/**
 * Parses any text. What cannot be understood is searched for as words, and incomplete parts
 * (`author:`, `a OR`) are ignored.
 */
export function parseFilter(text: string): Parsed {
  const { tokens, problems, isWhole } = lex(text.slice(0, MAX_LENGTH));
  if (text.length > MAX_LENGTH) problems.push(t('filterTooLong'));
  const filter = new Parser(tokens, problems).parseOr() ?? EMPTY_FILTER;
  return { filter, problems: [...new Set(problems)], isWhole };
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly problems: string[],
  ) {}

  /** `a b OR c`; `null` if there is nothing. */
  parseOr(): Filter | null {
    const filters: (Filter | null)[] = [this.parseAnd()];
    while (this.take('or')) filters.push(this.parseAnd());
    const found = filters.filter((parseNot) => parseNot !== null);
    if (filters.length > 1 && found.length < filters.length) {
      this.problems.push(t('filterEmptyOr'));
    }
    return compound('or', found);
  }

  private parseAnd(): Filter | null {
    const found: Filter[] = [];
    for (;;) {
      const kind = this.tokens[this.at]?.kind;
      if (kind === undefined || kind === 'or' || kind === 'close') return compound('and', found);
      const one = this.one();
      if (one) found.push(one);
    }
  }

  private one(): Filter | null {
    let isNegated = false;
    while (this.take('not')) isNegated = !isNegated;
    const filter = this.parseOperand();
    if (!filter || !isNegated) return filter;
    return filter.kind === 'not' ? filter.filter : { kind: 'not', filter };
  }

  private parseOperand(): Filter | null {
    if (this.take('open')) {
      const group = this.parseOr();
      this.take('close');
      return group;
    }
    const token = this.tokens[this.at];
    if (token?.kind !== 'operand') return null;
    this.at += 1;
    return token.filter;
  }

  private take(kind: Token['kind']): boolean {
    const isNext = this.tokens[this.at]?.kind === kind;
    if (isNext) this.at += 1;
    return isNext;
  }
}

function compound(kind: 'and' | 'or', filters: readonly Filter[]): Filter | null {
  return filters.length > 1 ? { kind, filters } : (filters[0] ?? null);
}
