/** Writes a filter as the user would type it. */
import type { Field, Filter, Term } from './filter';
import { openIn } from './lex';

const PREFIXES: Readonly<Record<Field, string>> = {
  title: 'title:',
  abstract: 'abs:',
  authors: 'author:',
  categories: 'cat:',
  tags: 'tag:',
};

/** A text that parses to this filter. */
export function printFilter(filter: Filter): string {
  return print(filter).trim();
}

function print(filter: Filter): string {
  switch (filter.kind) {
    case 'text':
      return `${filter.field ? PREFIXES[filter.field] : ''}${printTerm(filter.term)}`;
    case 'is':
      return `is:${filter.flag}`;
    case 'not':
      return `-${isJoined(filter.filter) ? group(filter.filter) : print(filter.filter)}`;
    case 'and':
      return filter.filters.map((one) => (isJoined(one) ? group(one) : print(one))).join(' ');
    case 'or':
      return filter.filters
        .map((one) => (one.kind === 'or' ? group(one) : print(one)))
        .join(' OR ');
  }
}

function isJoined({ kind }: Filter): boolean {
  return kind === 'and' || kind === 'or';
}

function group(filter: Filter): string {
  return `(${print(filter)})`;
}

function printTerm(term: Term): string {
  if (term.kind === 'phrase') return `"${term.text}"`;
  if (term.kind === 'regex') return `/${term.source}/${term.matchCase ? 'c' : ''}`;
  const word = term.kind === 'stem' ? `${term.text}*` : term.text;
  return openIn(word) > 0 ? `${word} ` : word; // else it would take the group's parenthesis
}
