/** Which papers a filter leaves, and how much each is about it. */
import type { RegexEngine } from '@/lib/filter/engine';
import type { Field, Filter, Flag, Subject, Term } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { fold } from '@/lib/text/fold';
import { DISMISSED, STARRED, statusIn } from '../store/chunk';
import { ANYWHERE, IN } from '../texts/postings';
import { planOf } from '../texts/words';
import type { PaperSet } from './choices';
import type { Columns, Words } from './columns';
import type { Texts } from './texts';

export interface Found {
  readonly nums: PaperSet;
  readonly scores: Float32Array;
}

export interface Search {
  /** Of the papers in `within`, those that match. @throws when `signal` says so. */
  readonly run: (filter: Filter, within: PaperSet, signal: AbortSignal) => Promise<Found>;
}

/** What a paper counts for a tag or a category, or for words that are not weighed yet. */
const TAG_WORTH = 6;
const UNWEIGHED_WORTH = 3;

type TextFilter = Extract<Filter, { kind: 'text' }>;

export function createSearch(columns: Columns, texts: Texts, engine: RegexEngine): Search {
  const { size, flags, tags, categories } = columns;
  const nothing = (): Found => ({ nums: new Uint8Array(size), scores: new Float32Array(size) });

  async function run(filter: Filter, within: PaperSet, signal: AbortSignal): Promise<Found> {
    signal.throwIfAborted();
    switch (filter.kind) {
      case 'is':
        return where(within, (num) => hasFlag(num, filter.flag));
      case 'not': {
        const { nums } = await run(filter.filter, within, signal);
        return where(within, (num) => !nums[num]);
      }
      case 'and':
        return every(filter.filters, within, signal);
      case 'or': {
        const all = await Promise.all(filter.filters.map((one) => run(one, within, signal)));
        const found = nothing();
        for (const one of all) join(found, one);
        return found;
      }
      case 'text':
        return text(filter, within, signal);
    }
  }

  /** What the index can tell at once first: the rest only has to look at what that leaves. */
  async function every(filters: readonly Filter[], within: PaperSet, signal: AbortSignal) {
    const quick = filters.filter(isQuick);
    const slow = filters.filter((one) => !isQuick(one));
    const scores = new Float32Array(size);
    let left = within;
    const take = (found: Found) => {
      const both = new Uint8Array(size);
      for (let num = 0; num < size; num += 1) {
        if (!left[num] || !found.nums[num]) continue;
        both[num] = 1;
        scores[num] = (scores[num] as number) + (found.scores[num] as number);
      }
      left = both;
    };
    for (const found of await Promise.all(quick.map((one) => run(one, within, signal))))
      take(found);
    for (const one of slow) take(await run(one, left, signal));
    return { nums: left, scores };
  }

  async function text(filter: TextFilter, within: PaperSet, signal: AbortSignal): Promise<Found> {
    const { field, term } = filter;
    if (term.kind !== 'regex' && fold(term.text) === '') return where(within, () => true);
    const { matches } = compileFilter(filter, engine);
    const found = nothing();
    if (field === null || field === 'tags') {
      take(found, tags, within, (tag) => matches({ ...EMPTY, tags: [tag] }));
    }
    if (field === null || field === 'categories') {
      take(found, categories, within, (one) => matches({ ...EMPTY, categories: [one] }));
    }
    if (field === 'tags' || field === 'categories') return found;
    for (const [num, subject] of texts.pending) {
      if (within[num] && matches(subject)) add(found, num, UNWEIGHED_WORTH);
    }
    const candidates = await candidatesOf(field, term, within);
    if (candidates.isEnough) join(found, candidates.found, within);
    else {
      const unsure = candidates.found.nums.map((isIt, num) =>
        isIt && within[num] && !found.nums[num] && !texts.pending.has(num) ? 1 : 0,
      );
      await texts.each(unsure, signal, (num, subject) => {
        if (matches(subject)) add(found, num, candidates.found.scores[num] || UNWEIGHED_WORTH);
      });
    }
    return found;
  }

  /** The papers that can have the term by what the index says, and whether that is enough. */
  async function candidatesOf(field: Field | null, term: Term, within: PaperSet) {
    if (term.kind === 'regex') return { found: { ...nothing(), nums: within }, isEnough: false };
    const { whole, beginning, isEnough } = planOf(term.text, term.kind !== 'phrase');
    const fields = field === null ? ANYWHERE : IN[field as keyof typeof IN];
    const hits = await Promise.all([
      ...whole.map((word) => texts.lookup.find(word, 'whole', fields)),
      ...(beginning === null ? [] : [texts.lookup.find(beginning, 'beginning', fields)]),
    ]);
    const [first, ...others] = hits;
    if (!first) return { found: { ...nothing(), nums: within }, isEnough: false };
    for (const other of others) {
      for (let num = 0; num < size; num += 1) {
        if (!other.nums[num]) first.nums[num] = 0;
        first.scores[num] = (first.scores[num] as number) + (other.scores[num] as number);
      }
    }
    return { found: first, isEnough };
  }

  function where(within: PaperSet, isIt: (num: number) => boolean): Found {
    const found = nothing();
    for (let num = 0; num < size; num += 1) if (within[num] && isIt(num)) found.nums[num] = 1;
    return found;
  }

  function take(found: Found, words: Words, within: PaperSet, isIt: (word: string) => boolean) {
    const wanted = words.list.map(isIt);
    if (!wanted.includes(true)) return;
    for (let num = 0; num < size; num += 1) {
      if (!within[num]) continue;
      words.each(num, (id) => {
        if (wanted[id]) add(found, num, TAG_WORTH);
      });
    }
  }

  function hasFlag(num: number, flag: Flag): boolean {
    const bits = flags[num] as number;
    switch (flag) {
      case 'starred':
        return (bits & STARRED) !== 0;
      case 'dismissed':
        return (bits & DISMISSED) !== 0;
      case 'tagged': {
        let isTagged = false;
        tags.each(num, () => {
          isTagged = true;
        });
        return isTagged;
      }
      case 'new':
      case 'seen':
        return false; // only a page knows
      default:
        return statusIn(bits) === flag;
    }
  }

  return { run };
}

const EMPTY: Subject = {
  ...{ title: '', abstract: null, authors: [], categories: [], tags: [], flags: new Set<Flag>() },
};

function isQuick(filter: Filter): boolean {
  switch (filter.kind) {
    case 'is':
      return true;
    case 'text':
      return filter.term.kind !== 'regex' && (isOfWords(filter.field) || isEnough(filter.term));
    case 'not':
      return isQuick(filter.filter);
    default:
      return filter.filters.every(isQuick);
  }
}

function isOfWords(field: Field | null): boolean {
  return field === 'tags' || field === 'categories';
}

function isEnough(term: Exclude<Term, { kind: 'regex' }>): boolean {
  return planOf(term.text, term.kind !== 'phrase').isEnough;
}

function add({ nums, scores }: Found, num: number, worth: number): void {
  nums[num] = 1;
  scores[num] = Math.max(scores[num] as number, worth);
}

function join(found: Found, other: Found, within?: PaperSet): void {
  for (let num = 0; num < other.nums.length; num += 1) {
    if (!other.nums[num] || (within && !within[num])) continue;
    found.nums[num] = 1;
    found.scores[num] = Math.max(found.scores[num] as number, other.scores[num] as number);
  }
}
