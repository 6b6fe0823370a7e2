/**
 * The keywords of a rule as one text. Words and stems have commas or line breaks between them; a
 * keyword with a comma in it stands in quotes, in which `""` is a quote. Patterns are full of
 * commas and quotes, so that they stand one a line and as they are.
 */
import type { Rule } from '@/lib/protocol/rule';

/** A keyword and where it stands in the text. */
export interface WrittenTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = /\s*("(?:[^"]|"")*")\s*(?:[,\n]|$)/y;
const PLAIN = /[^\S\n]*([^,\n]*)(?:[,\n]|$)/y;
const LINE = /([^\n]*)(?:\n|$)/y;
const NEEDS_QUOTES = /^["\s]|\s$|[,\n]/;

/** The text of keywords. */
export function printTerms(terms: readonly string[], mode: Rule['mode']): string {
  // To patterns every line break of a paper is a space, and so it is in a pattern.
  if (mode === 'regex') return terms.map((term) => term.replace(/\n/g, ' ')).join('\n');
  return terms
    .map((term) => (NEEDS_QUOTES.test(term) ? `"${term.replaceAll('"', '""')}"` : term))
    .join(', ');
}

/** The keywords in a text, in their order. Any text can be read; a quote without end is a letter. */
export function termsIn(text: string, mode: Rule['mode']): WrittenTerm[] {
  const found: WrittenTerm[] = [];
  const forms = mode === 'regex' ? [LINE] : [QUOTED, PLAIN];
  for (let at = 0; at < text.length; ) {
    const match = firstMatch(forms, text, at);
    const [whole = '', written = ''] = match ?? [];
    const shown = mode === 'regex' ? written : written.trimEnd();
    const isQuoted = mode !== 'regex' && /^".*"$/s.test(shown) && match?.form === QUOTED;
    const term = isQuoted ? shown.slice(1, -1).replaceAll('""', '"') : shown;
    const start = at + whole.indexOf(written);
    if (term.trim() !== '') found.push({ term, start, end: start + shown.length });
    at += Math.max(whole.length, 1);
  }
  return found;
}

function firstMatch(forms: readonly RegExp[], text: string, at: number) {
  for (const form of forms) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match) return Object.assign(match, { form });
  }
  return null;
}
