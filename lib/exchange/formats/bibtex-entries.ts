/**
 * The entries of a BibTeX file with their fields as written: http://www.bibtex.org/Format/
 * The libraries that were tried give up all of a file at its first slip (citation-js, bibtex-parse), or
 * take some milliseconds for each entry and refuse a price in dollars (@retorquere/bibtex-parser).
 */
import { MONTHS } from '@/lib/text/calendar';

export interface BibtexEntry {
  /** In small letters. */
  readonly type: string;
  readonly key: string;
  /** By their names in small letters; macros filled in. */
  readonly fields: ReadonlyMap<string, string>;
  /** The line that it begins on, from 1. */
  readonly line: number;
}

export interface BrokenEntry {
  readonly line: number;
  readonly excerpt: string;
  /** The name of the field that does not end, or `null` when it is the entry itself. */
  readonly unclosed: string | null;
}

const OPENING = /@[ \t]*([a-z][\w-]*)\s*([{(])/gi;
/** What can only be the next entry, so that one which is not closed does not take it along. */
const NEXT_ENTRY = /\n[ \t]*@[ \t]*[a-z][\w-]*\s*[{(]\s*[^\s{}(),="]*\s*[,=]/gi;
/** What names and numbers are made of. */
const WORD = /[^\s={}(),"#]+/y;
const KEY = /[^,={}"\n]*(?=[,}\n])/y;
const KEY_IN_PARENTHESES = /[^,=()"\n]*(?=[,)\n])/y;
const SPACE = /\s*/y;
const BLANK = /(?:\s|^[ \t]*%.*$)*/my;

/** Longer ones are made to grow: `@string{b = a # a}`, and so on. In characters. */
const LONGEST_MACRO = 2_000;
/** Nothing is added to longer values, which are too long for a library already. */
const LONGEST_SUM = 1_000_000;

/** The entries of a file in their order. One that is broken does not take the others along. */
export function* bibtexEntries(text: string): Generator<BibtexEntry | BrokenEntry> {
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const lineAt = lineCounter(text);
  let from = 0;
  let end = 0;
  let open = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const opening = OPENING.exec(text);
    if (!opening) return;
    const { index } = opening;
    const inner = OPENING.lastIndex;
    const type = (opening[1] ?? '').toLowerCase();
    if (end <= index) end = nextEntryAfter(text, index + 1);
    if (type === 'comment' || type === 'preamble') {
      // One that is not closed is passed over, and so are those in it: each is looked at once.
      const close = end === open ? -1 : closingBrace(text, inner, end);
      if (close < 0) open = end;
      from = close < 0 ? inner : close + 1;
      continue;
    }
    const scan = scanEntry(text.slice(inner, end), opening[2] === '(' ? ')' : '}', macros);
    from = scan.unclosed === undefined ? inner + scan.length : end;
    if (scan.unclosed !== undefined) {
      yield {
        line: lineAt(index),
        excerpt: text.slice(index, end).slice(0, 400),
        unclosed: scan.unclosed,
      };
    } else if (type === 'string') {
      for (const [name, value] of scan.fields) {
        if (value.length <= LONGEST_MACRO) macros.set(name, value);
      }
    } else {
      yield { type, key: scan.key, fields: scan.fields, line: lineAt(index) };
    }
  }
}

interface Scan {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  /** How much of the text the entry is, with the brace that closes it. */
  readonly length: number;
  /** See `BrokenEntry`; `undefined` where all is closed. */
  readonly unclosed: string | null | undefined;
}

/**
 * Reads what stands between the braces of an entry. Small slips, such as a comma that is missing,
 * cost nothing; of a field that is there twice the first counts.
 */
function scanEntry(text: string, closing: string, macros: ReadonlyMap<string, string>): Scan {
  const fields = new Map<string, string>();
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  const done = (unclosed?: string | null): Scan => ({ key, fields, length: at, unclosed });

  let doClose = true;
  skip(SPACE);
  const key = skip(closing === '}' ? KEY : KEY_IN_PARENTHESES).trim();
  for (;;) {
    skip(BLANK);
    const char = text[at];
    if (char === undefined) return done(null);
    if (char === closing) {
      at += 1;
      return done();
    }
    const name = skip(WORD).toLowerCase();
    if (name === '') {
      // A comma, or something that has no place here: braces that close go with what is in them.
      const close: number = char === '{' && doClose ? closingBrace(text, at + 1, text.length) : at;
      doClose &&= close >= 0;
      at = Math.max(at, close) + 1;
      continue;
    }
    skip(BLANK);
    if (text[at] !== '=') continue;
    at += 1;
    const value = readValue();
    if (value === null) return done(name);
    if (!fields.has(name)) fields.set(name, value);
  }

  /** Pieces with `#` between them; `null` where one does not end. */
  function readValue(): string | null {
    let value = '';
    for (;;) {
      skip(BLANK);
      const piece = readPiece();
      if (piece === null) return null;
      if (value.length < LONGEST_SUM) value += piece;
      skip(BLANK);
      if (text[at] !== '#') return value;
      at += 1;
    }
  }

  function readPiece(): string | null {
    const from = at + 1;
    if (text[at] !== '{' && text[at] !== '"') {
      const word = skip(WORD);
      return macros.get(word.toLowerCase()) ?? word;
    }
    const close =
      text[at] === '{' ? closingBrace(text, from, text.length) : closingQuote(text, from);
    if (close < 0) return null;
    at = close + 1;
    return text.slice(from, close);
  }
}

/** Counts on from the last place that was asked for. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let counted = 0;
  return (place) => {
    for (
      let at = text.indexOf('\n', counted);
      at >= 0 && at < place;
      at = text.indexOf('\n', at + 1)
    ) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
}

function nextEntryAfter(text: string, from: number): number {
  NEXT_ENTRY.lastIndex = from;
  return NEXT_ENTRY.exec(text)?.index ?? text.length;
}

/** Where the brace that is open at `from` is closed; -1 if not before `end`. Those behind a backslash count too. */
function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth += 1;
    else if (code === 0x7d) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** Where the quotation mark that is open at `from` is closed; those within braces do not count. */
function closingQuote(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '"' && depth <= 0) return at;
  }
  return -1;
}
