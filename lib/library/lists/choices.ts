/** Which papers the choices beside the search leave, and how many each further choice would leave. */
import { SOURCES, type Source, STATUSES, type Status } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';
import type { FacetCount, Facets } from '../queries/list-answer';
import { naturally } from '../store/natural-order';
import { STARRED, shelfIn, sourceIn, statusIn } from '../store/paper-flags';
import type { Columns, Words } from './columns';

/** Papers by number: not 0 where one is in the set. */
export type PaperSet = Uint8Array;

export interface Chosen {
  readonly nums: PaperSet;
  readonly facets: Facets;
}

/** What a paper can fail at, one bit each, so that one look at it serves all facets. */
const NOT = {
  ...{ starred: 1, statuses: 2, tags: 4, sites: 8, years: 16, categories: 32 },
} as const satisfies Record<keyof Facets, number>;

const YEAR = 10_000; // of dates as 20261102
const YEARS = 10_000;

/** `searched` is what the search leaves. */
export function choose(columns: Columns, query: ListQuery, searched: PaperSet): Chosen {
  const { size, flags, dates, tags, categories } = columns;
  const nums = new Uint8Array(size);
  const failuresOf = failures(columns, query);
  const tagCounts = new Uint32Array(tags.list.length);
  const categoryCounts = new Uint32Array(categories.list.length);
  const countTag = (id: number) => count(tagCounts, id);
  const countCategory = (id: number) => count(categoryCounts, id);
  const statuses = new Uint32Array(STATUSES.length);
  const sites = new Uint32Array(SOURCES.length);
  const years = new Uint32Array(YEARS);
  let starred = 0;

  for (let num = 0; num < size; num += 1) {
    const flag = flags[num] as number;
    if (flag === 0 || !searched[num] || shelfIn(flag) !== query.shelf) continue;
    const failed = failuresOf(num);
    if (failed === 0) nums[num] = 1;
    if (flag & STARRED && isAtMost(failed, NOT.starred)) starred += 1;
    if (isAtMost(failed, NOT.statuses)) count(statuses, STATUSES.indexOf(statusIn(flag)));
    if (isAtMost(failed, NOT.sites)) count(sites, SOURCES.indexOf(sourceIn(flag)));
    if (isAtMost(failed, NOT.years)) count(years, Math.floor((dates[num] as number) / YEAR));
    if (isAtMost(failed, NOT.categories)) categories.each(num, countCategory);
    if (failed === 0) tags.each(num, countTag);
  }

  return {
    nums,
    facets: {
      starred,
      statuses: listed(statuses, (place) => STATUSES[place] as Status),
      tags: wordCounts(tags, tagCounts),
      sites: listed(sites, (place) => SOURCES[place] as Source).sort(mostFirst),
      years: listed(years, (year) => year)
        .filter(({ value }) => value > 0) // 0: no date is known
        .reverse(),
      categories: wordCounts(categories, categoryCounts),
    },
  };
}

function failures(columns: Columns, query: ListQuery): (num: number) => number {
  const { flags, dates, tags, categories } = columns;
  const statuses = new Set(query.statuses);
  const sites = new Set(query.sites);
  const years = new Set(query.years);
  const wantedTags = query.tags.map(tags.idOf);
  const wantedCategories = query.categories.map(categories.idOf);
  return (num) => {
    const flag = flags[num] as number;
    let failed = 0;
    if (query.starred && !(flag & STARRED)) failed |= NOT.starred;
    if (statuses.size > 0 && !statuses.has(statusIn(flag))) failed |= NOT.statuses;
    if (sites.size > 0 && !sites.has(sourceIn(flag))) failed |= NOT.sites;
    if (years.size > 0 && !years.has(Math.floor((dates[num] as number) / YEAR))) {
      failed |= NOT.years;
    }
    if (wantedTags.length > 0 && wantedTags.some((id) => !tags.has(num, id))) failed |= NOT.tags;
    if (wantedCategories.length > 0 && !wantedCategories.some((id) => categories.has(num, id))) {
      failed |= NOT.categories;
    }
    return failed;
  };
}

function isAtMost(failed: number, one: number): boolean {
  return (failed & ~one) === 0;
}

function count(counts: Uint32Array, id: number): void {
  counts[id] = (counts[id] as number) + 1;
}

/** What is there at all, in the order of the places. */
function listed<T>(counts: Uint32Array, valueAt: (place: number) => T): FacetCount<T>[] {
  const found: FacetCount<T>[] = [];
  for (let place = 0; place < counts.length; place += 1) {
    const papers = counts[place] as number;
    if (papers > 0) found.push({ value: valueAt(place), count: papers });
  }
  return found;
}

function wordCounts({ list }: Words, counts: Uint32Array): FacetCount<string>[] {
  const found: FacetCount<string>[] = [];
  for (const [id, value] of list.entries()) {
    const papers = counts[id] as number;
    if (papers > 0) found.push({ value, count: papers });
  }
  return found.sort((a, b) => b.count - a.count || naturally(a.value, b.value));
}

function mostFirst<T>(a: FacetCount<T>, b: FacetCount<T>): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
