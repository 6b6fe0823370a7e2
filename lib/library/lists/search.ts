/** Finds the papers that match a filter, and how well. See docs/search.md. */

import {
  type Field,
  type Filter,
  type Flag,
  isInYears,
  type Subject,
  type Term,
} from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { Status } from '@/lib/paper';
import { fold } from '@/lib/text/fold';
import { yearIn } from '../store/chunk';
import { DISMISSED, STARRED, statusIn } from '../store/paper-flags';
import type { Matches } from '../texts/index-reader';
import { ALL_FIELDS, FIELD_BITS } from '../texts/postings';
import { planTerm } from '../texts/words';
import type { Columns, ListColumn } from './columns';
import type { PaperSet } from './matches';
import { addMatch, addMatches, intersect, noMatches, select } from './matches';
import type { TextSnapshot } from './text-snapshot';

export interface Search {
  /** Those of the papers in `within` that match. @throws when `signal` is aborted. */
  readonly run: (filter: Filter, within: PaperSet, signal: AbortSignal) => Promise<Matches>;
}

/** Score of a matching tag or category. */
const TAG_SCORE = 6;
/** Score of a match in a text that the index gives no weight for. */
const UNWEIGHTED_SCORE = 3;

type TextFilter = Extract<Filter, { kind: 'text' }>;

/** Papers that can match, and whether all of them do. */
interface Candidates {
  readonly matches: Matches;
  readonly areCertain: boolean;
}

/** Searches the library as `columns` and `texts` have it. */
export function createSearch(columns: Columns, texts: TextSnapshot, engine: RegexEngine): Search {
  const { size, tags, categories } = columns;

  async function run(filter: Filter, within: PaperSet, signal: AbortSignal): Promise<Matches> {
    signal.throwIfAborted();
    switch (filter.kind) {
      case 'is':
        return select(within, (num) => hasFlag(columns, num, filter.flag));
      case 'year':
        return select(within, (num) =>
          isInYears(filter, yearIn(columns.dates[num] as number) || null),
        );
      case 'not': {
        const { nums } = await run(filter.filter, within, signal);
        return select(within, (num) => !nums[num]);
      }
      case 'and':
        return matchAll(filter.filters, within, signal);
      case 'or': {
        const all = await Promise.all(filter.filters.map((one) => run(one, within, signal)));
        const matches = noMatches(size);
        for (const one of all) addMatches(matches, one);
        return matches;
      }
      case 'text':
        return matchText(filter, within, signal);
    }
  }

  /** What the index answers alone goes first, so that fewer texts have to be read for the rest. */
  async function matchAll(filters: readonly Filter[], within: PaperSet, signal: AbortSignal) {
    const quick = filters.filter(isQuick);
    const slow = filters.filter((one) => !isQuick(one));
    let left: Matches = { ...noMatches(size), nums: within };
    for (const matches of await Promise.all(quick.map((one) => run(one, within, signal)))) {
      left = intersect(left, matches);
    }
    for (const one of slow) left = intersect(left, await run(one, left.nums, signal));
    return left;
  }

  async function matchText(filter: TextFilter, within: PaperSet, signal: AbortSignal) {
    const { field, term } = filter;
    if (term.kind !== 'regex' && fold(term.text) === '') return select(within, () => true);
    const { matches } = compileFilter(filter, engine);
    const found = noMatches(size);
    if (field === null || field === 'tags') {
      addByValue(found, tags, within, (tag) => matches({ ...EMPTY, tags: [tag] }));
    }
    if (field === null || field === 'categories') {
      addByValue(found, categories, within, (one) => matches({ ...EMPTY, categories: [one] }));
    }
    if (field === 'tags' || field === 'categories') return found;
    for (const [num, subject] of texts.pending) {
      if (within[num] && matches(subject)) addMatch(found, num, UNWEIGHTED_SCORE);
    }
    const candidates = await findCandidates(field, term, within);
    if (candidates.areCertain) {
      addMatches(found, candidates.matches, within);
      return found;
    }
    const unsure = candidates.matches.nums.map((isCandidate, num) =>
      isCandidate && within[num] && !found.nums[num] && !texts.pending.has(num) ? 1 : 0,
    );
    await texts.scan(unsure, signal, (num, subject) => {
      const score = candidates.matches.scores[num] || UNWEIGHTED_SCORE;
      if (matches(subject)) addMatch(found, num, score);
    });
    return found;
  }

  async function findCandidates(
    field: Exclude<Field, 'tags' | 'categories'> | null,
    term: Term,
    within: PaperSet,
  ): Promise<Candidates> {
    const everything = { matches: { ...noMatches(size), nums: within }, areCertain: false };
    if (term.kind === 'regex') return everything;
    const { wholeWords, prefix, isSufficient } = planTerm(term.text, term.kind !== 'phrase');
    const fields = field === null ? ALL_FIELDS : FIELD_BITS[field];
    const [first, ...others] = await Promise.all([
      ...wholeWords.map((word) => texts.index.find(word, 'whole', fields)),
      ...(prefix === null ? [] : [texts.index.find(prefix, 'prefix', fields)]),
    ]);
    if (!first) return everything;
    return { matches: others.reduce(intersect, first), areCertain: isSufficient };
  }

  return { run };
}

/** Adds the papers with a matching value in a column, testing each distinct value once. */
function addByValue(
  matches: Matches,
  column: ListColumn,
  within: PaperSet,
  isMatch: (value: string) => boolean,
): void {
  const wanted = column.values.map(isMatch);
  if (!wanted.includes(true)) return;
  for (let num = 0; num < within.length; num += 1) {
    if (!within[num]) continue;
    column.forEach(num, (id) => {
      if (wanted[id]) addMatch(matches, num, TAG_SCORE);
    });
  }
}

const EMPTY: Subject = {
  ...{
    title: '',
    abstract: null,
    authors: [],
    categories: [],
    tags: [],
    year: null,
    flags: new Set<Flag>(),
  },
};

function hasFlag({ flags, tags }: Columns, num: number, flag: Flag): boolean {
  const bits = flags[num] as number;
  switch (flag) {
    case 'starred':
      return (bits & STARRED) !== 0;
    case 'dismissed':
      return (bits & DISMISSED) !== 0;
    case 'tagged': {
      let isTagged = false;
      tags.forEach(num, () => {
        isTagged = true;
      });
      return isTagged;
    }
    case 'new':
    case 'seen':
      return false; // only a page knows
    default:
      return statusIn(bits) === (flag satisfies Status);
  }
}

/** Whether no texts have to be read. */
function isQuick(filter: Filter): boolean {
  switch (filter.kind) {
    case 'is':
    case 'year':
      return true;
    case 'text': {
      const { field, term } = filter;
      if (term.kind === 'regex') return false;
      if (field === 'tags' || field === 'categories') return true;
      return planTerm(term.text, term.kind !== 'phrase').isSufficient;
    }
    case 'not':
      return isQuick(filter.filter);
    default:
      return filter.filters.every(isQuick);
  }
}
