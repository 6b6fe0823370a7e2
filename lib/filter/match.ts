/** Asks papers whether they match a filter, and texts where. */
import { t } from '@/lib/i18n';
import { type FoldedText, fold, mergeRanges, type TextRange } from '@/lib/text/fold';
import type { CompiledRegex, RegexEngine } from './engine';
import { textForRegex } from './engine';
import type { Field, Filter, Flag, Subject, Term } from './filter';
import { isIn, patternFor, placesOf } from './pattern';
import { type FoldedSubject, foldSubject } from './subject';

/** The places to mark in a text: in order, apart. `null` is a text of unknown field. */
export type Finder = (text: FoldedText, field: Field | null) => TextRange[];

export interface CompiledFilter {
  readonly matches: (subject: Subject) => boolean;
  /** Only of what must be there: what stands under a not is never marked. */
  readonly find: Finder;
  /** Patterns that are refused, and match nothing, in words for the user. */
  readonly problems: readonly string[];
}

type Predicate = (subject: FoldedSubject) => boolean;

/** Without an engine regular expressions match nothing: see `filterNeedsEngine`. */
export function compileFilter(filter: Filter, engine: RegexEngine | null): CompiledFilter {
  const problems: string[] = [];
  const finders: Finder[] = [];
  const predicate = compile(filter, true);

  function compile(one: Filter, isWanted: boolean): Predicate {
    switch (one.kind) {
      case 'is':
        return ({ subject }) => hasFlag(subject, one.flag);
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
          finders.push((text, at) => (!field || !at || field === at ? matcher.find(text) : []));
        }
        return matcher.matches;
      }
    }
  }

  return {
    matches: (subject) => predicate(foldSubject(subject)),
    find: (text, field) => mergeRanges(finders.flatMap((find) => find(text, field))),
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
    return regex?.ok ? regexMatcher(field, regex) : NOTHING;
  }
  if (field === 'categories') return wholeMatcher(field, term, '.');
  if (field === 'tags') return wholeMatcher(field, term, '');
  const pattern = patternFor(term.text, term.kind === 'phrase' ? 'word' : 'prefix');
  if (!pattern) return ANYTHING;
  return {
    matches: (subject) => isIn(pattern, subject.textOf(field)),
    find: (text) => placesOf(pattern, text),
  };
}

/** What is in no paper, as a pattern that cannot be run. */
const NOTHING: TermMatcher = { matches: () => false, find: () => [] };
/** What folds to nothing, as a lone accent. */
const ANYTHING: TermMatcher = { matches: () => true, find: () => [] };

function regexMatcher(field: Field | null, regex: CompiledRegex): TermMatcher {
  return {
    matches: (subject) => subject.valuesOf(field).some((text) => regex.test(textForRegex(text))),
    find: (text) => regex.find(textForRegex(text.original)),
  };
}

/**
 * Categories and tags are compared as a whole: a phrase is one of them, a stem the beginning of one.
 * A word is one, or its beginning up to `end`: `cat:cs` finds cs.LG, `tag:to` finds "to read".
 */
function wholeMatcher(field: Field, term: Exclude<Term, { kind: 'regex' }>, end: string) {
  const wanted = fold(term.text);
  if (wanted === '') return ANYTHING;
  const isIt = (value: string): boolean => {
    if (term.kind === 'phrase') return value === wanted;
    if (term.kind === 'stem') return value.startsWith(wanted);
    return value === wanted || value.startsWith(wanted + end);
  };
  const pattern = patternFor(term.text, term.kind === 'phrase' || end ? 'word' : 'prefix');
  return {
    matches: (subject: FoldedSubject) => subject.valuesOf(field).some((value) => isIt(fold(value))),
    find: (text: FoldedText) => (pattern ? placesOf(pattern, text) : []),
  };
}
