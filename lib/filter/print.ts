/** Prints a filter the way a user would type it. */
import type { Field, Filter, Term } from './filter';
import { countUnclosed } from './lex';

const PREFIXES: Readonly<Record<Field, string>> = {
  title: 'title:',
  abstract: 'abs:',
  authors: 'author:',
  categories: 'cat:',
  tags: 'tag:',
};

function printYears({ from, to }: Extract<Filter, { kind: 'year' }>): string {
  return from === to ? String(from) : `${from ?? ''}-${to ?? ''}`;
}

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
    case 'year':
      return `year:${printYears(filter)}`;
    case 'not':
      return `-${isCompound(filter.filter) ? inParentheses(filter.filter) : print(filter.filter)}`;
    case 'and':
      return filter.filters
        .map((one) => (isCompound(one) ? inParentheses(one) : print(one)))
        .join(' ');
    case 'or':
      return filter.filters
        .map((one) => (one.kind === 'or' ? inParentheses(one) : print(one)))
        .join(' OR ');
  }
}

function isCompound({ kind }: Filter): boolean {
  return kind === 'and' || kind === 'or';
}

function inParentheses(filter: Filter): string {
  return `(${print(filter)})`;
}

function printTerm(term: Term): string {
  if (term.kind === 'phrase') return `"${term.text}"`;
  if (term.kind === 'regex') return `/${term.source}/${term.matchCase ? 'c' : ''}`;
  const word = term.kind === 'stem' ? `${term.text}*` : term.text;
  return countUnclosed(word) > 0 ? `${word} ` : word; // or it would swallow a `)` after it
}
