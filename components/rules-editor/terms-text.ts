/**
 * The keywords of a rule as one text. Words and stems are separated by commas or line breaks; one
 * that contains a comma is quoted, with `""` for a quote; other kinds of quotes are read, too.
 * Patterns often contain commas and quotes, so they are written verbatim, one per line.
 */
import type { Rule } from '@/lib/protocol/rule';

/** A keyword and its position in the text. */
export interface TermSpan {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = /\s*("(?:[^"]|"")*")\s*(?:[,\n]|$)/y;
/** As other software than this writes quotes. */
const TYPOGRAPHIC = /\s*([“”„«»「『][^“”„«»「」『』]*[“”«»」』])\s*(?:[,\n]|$)/y;
const PLAIN = /[^\S\n]*([^,\n]*)(?:[,\n]|$)/y;
const LINE = /([^\n]*)(?:\n|$)/y;
const NEEDS_QUOTES = /^["“”„«»「『\s]|\s$|[,\n]/;

/** Writes keywords as text. */
export function printTerms(terms: readonly string[], mode: Rule['mode']): string {
  // Patterns see line breaks in papers as spaces, so one inside a pattern becomes a space too.
  if (mode === 'regex') return terms.map((term) => term.replace(/\n/g, ' ')).join('\n');
  return terms
    .map((term) => (NEEDS_QUOTES.test(term) ? `"${term.replaceAll('"', '""')}"` : term))
    .join(', ');
}

/** Reads keywords from text, in order. Never fails: an unclosed quote is an ordinary character. */
export function parseTerms(text: string, mode: Rule['mode']): TermSpan[] {
  const found: TermSpan[] = [];
  const patterns = mode === 'regex' ? [LINE] : [QUOTED, TYPOGRAPHIC, PLAIN];
  for (let at = 0; at < text.length; ) {
    const match = firstMatch(patterns, text, at);
    const [whole = '', written = ''] = match ?? [];
    const shown = mode === 'regex' ? written : written.trimEnd();
    const inner = shown.slice(1, -1);
    const term =
      match?.pattern === QUOTED
        ? inner.replaceAll('""', '"')
        : match?.pattern === TYPOGRAPHIC
          ? inner
          : shown;
    const start = at + whole.indexOf(written);
    if (term.trim() !== '') found.push({ term, start, end: start + shown.length });
    at += Math.max(whole.length, 1);
  }
  return found;
}

function firstMatch(patterns: readonly RegExp[], text: string, at: number) {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return Object.assign(match, { pattern });
  }
  return null;
}
