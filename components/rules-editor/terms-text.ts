/**
 * The keywords of a rule as one text. Words and stems are separated by commas or line breaks; one
 * that contains a comma is quoted, with `""` for a quote; other kinds of quotes are read, too.
 * Patterns often contain commas and quotes, so they are written verbatim, one per line.
 */
import type { Rule } from '@/lib/protocol/rule';
import { quotedAt } from '@/lib/text/quotes';

/** A keyword and its position in the text. */
export interface TermSpan {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = /\s*("(?:[^"]|"")*")\s*(?:[,\n]|$)/y;
const PLAIN = /[^\S\n]*([^,\n]*)(?:[,\n]|$)/y;
const LINE = /([^\n]*)(?:\n|$)/y;
const SPACE = /\s*/y;
const END = /\s*(?:[,\n]|$)/y;
const NEEDS_QUOTES = /^["“”„«»「『\s]|\s$|[,\n]/;

/** Writes keywords as text. */
export function printTerms(terms: readonly string[], mode: Rule['mode']): string {
  // Patterns see line breaks in papers as spaces, so one inside a pattern becomes a space too.
  if (mode === 'regex') return terms.map((term) => term.replace(/\n/g, ' ')).join('\n');
  return terms
    .map((term) => (NEEDS_QUOTES.test(term) ? `"${term.replaceAll('"', '""')}"` : term))
    .join(', ');
}

/** A keyword, and where the next one begins. */
interface Read extends TermSpan {
  readonly next: number;
}

/** Reads keywords from text, in order. Never fails: an unclosed quote is an ordinary character. */
export function parseTerms(text: string, mode: Rule['mode']): TermSpan[] {
  const found: TermSpan[] = [];
  for (let at = 0; at < text.length; ) {
    const { next, ...span } = mode === 'regex' ? readLine(text, at) : readKeyword(text, at);
    if (span.term.trim() !== '') found.push(span);
    at = Math.max(next, at + 1);
  }
  return found;
}

function readLine(text: string, at: number): Read {
  const [whole, term = ''] = matchAt(LINE, text, at) ?? [''];
  return { term, start: at, end: at + term.length, next: at + whole.length };
}

function readKeyword(text: string, at: number): Read {
  return readQuoted(text, at) ?? readInOtherQuotes(text, at) ?? readPlain(text, at);
}

function readQuoted(text: string, at: number): Read | null {
  const [whole = '', written = ''] = matchAt(QUOTED, text, at) ?? [];
  if (written === '') return null;
  const start = at + whole.indexOf(written);
  const term = written.slice(1, -1).replaceAll('""', '"');
  return { term, start, end: start + written.length, next: at + whole.length };
}

/** As other software than this writes quotes. */
function readInOtherQuotes(text: string, at: number): Read | null {
  const start = at + (matchAt(SPACE, text, at)?.[0].length ?? 0);
  const quoted = quotedAt(text, start);
  const after = quoted?.isClosed ? matchAt(END, text, quoted.end) : null;
  if (!quoted || !after) return null;
  const { phrase, end } = quoted;
  return { term: phrase, start, end, next: end + after[0].length };
}

function readPlain(text: string, at: number): Read {
  const [whole = '', written = ''] = matchAt(PLAIN, text, at) ?? [];
  const term = written.trimEnd();
  const start = at + whole.indexOf(written);
  return { term, start, end: start + term.length, next: at + whole.length };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
