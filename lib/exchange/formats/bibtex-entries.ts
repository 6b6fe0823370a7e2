/**
 * Splits a BibTeX file into entries with their raw fields: http://www.bibtex.org/Format/ The
 * libraries tried either reject a whole file at its first error (citation-js, bibtex-parse), or
 * take milliseconds per entry and choke on prices in dollars (@retorquere/bibtex-parser).
 */
import { MONTHS } from '@/lib/text/calendar';

export interface BibtexEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  /** By their names in lower case, with macros expanded. */
  readonly fields: ReadonlyMap<string, string>;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

export interface BrokenEntry {
  readonly line: number;
  readonly excerpt: string;
  /** The name of the unclosed field, or `null` if the entry itself is unclosed. */
  readonly unclosed: string | null;
}

const OPENING = /@[ \t]*([a-z][\w-]*)\s*([{(])/gi;
/** Certainly the next entry, so that an unclosed entry does not swallow it. */
const NEXT_ENTRY = /\n[ \t]*@[ \t]*[a-z][\w-]*\s*[{(]\s*[^\s{}(),="]*\s*[,=]/gi;
/** Names and numbers. */
const WORD = /[^\s={}(),"#]+/y;
const KEY = /[^,={}"\n]*(?=[,}\n])/y;
const KEY_IN_PARENTHESES = /[^,=()"\n]*(?=[,)\n])/y;
const SPACE = /\s*/y;
const BLANK = /(?:\s|^[ \t]*%.*$)*/my;

/**
 * In characters. Longer macros are attempts at exponential growth, `@string{b = a # a}` and so on.
 */
const MAX_MACRO_LENGTH = 2_000;
/** Nothing is appended to longer values, which are too long for a library already. */
const MAX_VALUE_LENGTH = 1_000_000;

/** The entries of a file in their order. A broken one does not affect the others. */
export function* parseBibtexEntries(text: string): Generator<BibtexEntry | BrokenEntry> {
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const lineAt = createLineCounter(text);
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
    if (end <= index) end = findNextEntry(text, index + 1);
    if (type === 'comment' || type === 'preamble') {
      // An unclosed comment is skipped, as are those inside it, so that each is scanned only once.
      const close = end === open ? -1 : findClosingBrace(text, inner, end);
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
        if (value.length <= MAX_MACRO_LENGTH) macros.set(name, value);
      }
    } else {
      yield { type, key: scan.key, fields: scan.fields, line: lineAt(index) };
    }
  }
}

interface ScannedEntry {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  /** The length of the entry, including its closing brace. */
  readonly length: number;
  /** See `BrokenEntry`; `undefined` if the entry is complete. */
  readonly unclosed: string | null | undefined;
}

/**
 * Scans what is between the braces of an entry. Small errors, such as a missing comma, do no harm;
 * if a field is repeated, the first one counts.
 */
function scanEntry(
  text: string,
  closing: string,
  macros: ReadonlyMap<string, string>,
): ScannedEntry {
  const fields = new Map<string, string>();
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  const done = (unclosed?: string | null): ScannedEntry => ({ key, fields, length: at, unclosed });

  let canClose = true;
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
      // A comma, or something misplaced: if it is a pair of braces, skip its contents too.
      const close: number =
        char === '{' && canClose ? findClosingBrace(text, at + 1, text.length) : at;
      canClose &&= close >= 0;
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

  /** Pieces joined by `#`; `null` if one is unclosed. */
  function readValue(): string | null {
    let value = '';
    for (;;) {
      skip(BLANK);
      const piece = readPiece();
      if (piece === null) return null;
      if (value.length < MAX_VALUE_LENGTH) value += piece;
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
      text[at] === '{' ? findClosingBrace(text, from, text.length) : findClosingQuote(text, from);
    if (close < 0) return null;
    at = close + 1;
    return text.slice(from, close);
  }
}

/** Returns the line of an offset; offsets must not decrease. */
function createLineCounter(text: string): (place: number) => number {
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

function findNextEntry(text: string, from: number): number {
  NEXT_ENTRY.lastIndex = from;
  return NEXT_ENTRY.exec(text)?.index ?? text.length;
}

/**
 * The brace that closes the one open at `from`; -1 if none before `end`. Escaped braces count too.
 */
function findClosingBrace(text: string, from: number, end: number): number {
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

/**
 * The quotation mark that closes the one open at `from`, ignoring those within braces; -1 if none.
 */
function findClosingQuote(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '"' && depth <= 0) return at;
  }
  return -1;
}
