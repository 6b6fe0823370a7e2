/** Compiles filters into functions that match papers and find what to highlight. */
import { t } from '@/lib/i18n';
import { type FoldedText, fold, mergeRanges, type TextRange } from '@/lib/text/fold';
import { type Field, type Filter, type Flag, isInYears, type Subject, type Term } from './filter';
import { findRanges, isFoundIn, patternFor } from './pattern';
import { printFilter } from './print';
import type { CompiledRegex, RegexEngine } from './regex-engine';
import { textForRegex } from './regex-engine';
import { type FoldedSubject, foldSubject } from './subject';

/**
 * The ranges to highlight in a text, sorted and disjoint. A `field` of `null` means that the text's
 * field is unknown.
 */
export type Finder = (text: FoldedText, field: Field | null) => TextRange[];

export interface CompiledFilter {
  readonly matches: (subject: Subject) => boolean;
  /** Finds only required terms: negated ones are never highlighted. */
  readonly find: Finder;
  /** The required terms one by one, each as it is typed, without the field it is looked for in. */
  readonly terms: readonly { readonly text: string; readonly find: Finder }[];
  /** Why patterns were refused, worded for the user. They match nothing. */
  readonly problems: readonly string[];
}

type Predicate = (subject: FoldedSubject) => boolean;

/**
 * Compiles a filter. Without an engine, regular expressions match nothing: see `filterNeedsEngine`.
 */
export function compileFilter(filter: Filter, engine: RegexEngine | null): CompiledFilter {
  const problems: string[] = [];
  const terms: { text: string; find: Finder }[] = [];
  const predicate = compile(filter, true);

  function compile(one: Filter, isWanted: boolean): Predicate {
    switch (one.kind) {
      case 'is':
        return ({ subject }) => hasFlag(subject, one.flag);
      case 'year':
        return ({ subject }) => isInYears(one, subject.year);
      case 'not': {
        const matches = compile(one.filter, false);
        return (subject) => !matches(subject);
      }
      case 'and':
      case 'or': {
        const all = one.filters.map((each) => compile(each, isWanted));
        if (one.kind === 'or') return (subject) => all.some((matches) => matches(subject));
        return (subject) => all.every((matches) => matches(subject));
      }
      case 'text': {
        const matcher = compileTerm(one.field, one.term, engine, problems);
        const { field } = one;
        if (isWanted) {
          terms.push({
            text: printFilter({ ...one, field: null }),
            find: (text, at) => (!field || !at || field === at ? matcher.find(text) : []),
          });
        }
        return matcher.matches;
      }
    }
  }

  return {
    matches: (subject) => predicate(foldSubject(subject)),
    find: (text, field) => mergeRanges(terms.flatMap(({ find }) => find(text, field))),
    terms,
    problems,
  };
}

function hasFlag(subject: Subject, flag: Flag): boolean {
  return subject.flags.has(flag) || (flag === 'tagged' && subject.tags.length > 0);
}

interface TermMatcher {
  readonly matches: Predicate;
  readonly find: (text: FoldedText) => TextRange[];
}

function compileTerm(
  field: Field | null,
  term: Term,
  engine: RegexEngine | null,
  problems: string[],
): TermMatcher {
  if (term.kind === 'regex') {
    const regex = engine?.compile(term.source, { ignoreCase: !term.matchCase });
    if (regex && !regex.ok) problems.push(t('filterRefusedRegex', term.source, regex.reason));
    return regex?.ok ? regexMatcher(field, regex) : MATCH_NONE;
  }
  if (field === 'categories') return valueMatcher(field, term, '.');
  if (field === 'tags') return valueMatcher(field, term, '');
  const pattern = patternFor(term.text, term.kind === 'phrase' ? 'word' : 'prefix');
  if (!pattern) return MATCH_ALL;
  return {
    matches: (subject) => isFoundIn(pattern, subject.textOf(field)),
    find: (text) => findRanges(pattern, text),
  };
}

/** For a pattern that cannot be run. */
const MATCH_NONE: TermMatcher = { matches: () => false, find: () => [] };
/** For a term that folds to nothing, such as a lone accent. */
const MATCH_ALL: TermMatcher = { matches: () => true, find: () => [] };

function regexMatcher(field: Field | null, regex: CompiledRegex): TermMatcher {
  return {
    matches: (subject) => subject.valuesOf(field).some((text) => regex.test(textForRegex(text))),
    find: (text) => regex.find(textForRegex(text.original)),
  };
}

/**
 * Categories and tags are compared as a whole. A phrase is the value itself, a stem its beginning,
 * and a word the value or its beginning up to the separator: `cat:cs` finds cs.LG, `tag:to` finds
 * "to read".
 */
function valueMatcher(field: Field, term: Exclude<Term, { kind: 'regex' }>, separator: string) {
  const wanted = fold(term.text);
  if (wanted === '') return MATCH_ALL;
  const matchesValue = (value: string): boolean => {
    if (term.kind === 'phrase') return value === wanted;
    if (term.kind === 'stem') return value.startsWith(wanted);
    return value === wanted || value.startsWith(wanted + separator);
  };
  const pattern = patternFor(term.text, term.kind === 'phrase' || separator ? 'word' : 'prefix');
  return {
    matches: (subject: FoldedSubject) =>
      subject.valuesOf(field).some((value) => matchesValue(fold(value))),
    find: (text: FoldedText) =>
      pattern && matchesValue(text.text) ? findRanges(pattern, text) : [],
  };
}
