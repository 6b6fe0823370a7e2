/** Applies the choices made in facets, and counts how many papers each further choice would leave. */
import { SOURCES, type Source, STATUSES, type Status } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';
import { compareNaturally } from '@/lib/text/natural-order';
import type { FacetCount, Facets } from '../queries/list-answer';
import { yearIn } from '../store/chunk';
import { STARRED, shelfIn, sourceIn, statusIn } from '../store/paper-flags';
import type { Columns, ListColumn } from './columns';
import type { PaperSet } from './matches';

interface FacetedPapers {
  /** The papers that meet all choices. */
  readonly nums: PaperSet;
  readonly facets: Facets;
}

/** One bit for each facet whose choices a paper does not meet, so that one pass counts all facets. */
const FACET_BITS = {
  ...{ starred: 1, statuses: 2, tags: 4, sites: 8, years: 16, categories: 32 },
} as const satisfies Record<keyof Facets, number>;

/** Dates are numbers such as 20261102. */
const YEARS = 10_000;

/** `matches`: the papers that match the search. */
export function applyChoices(columns: Columns, query: ListQuery, matches: PaperSet): FacetedPapers {
  const { size, flags, dates, tags, categories } = columns;
  const nums = new Uint8Array(size);
  const unmetChoices = compileChoices(columns, query);
  const tagCounts = new Uint32Array(tags.values.length);
  const categoryCounts = new Uint32Array(categories.values.length);
  const countTag = (id: number) => increment(tagCounts, id);
  const countCategory = (id: number) => increment(categoryCounts, id);
  const statuses = new Uint32Array(STATUSES.length);
  const sites = new Uint32Array(SOURCES.length);
  const years = new Uint32Array(YEARS);
  let starred = 0;

  for (let num = 0; num < size; num += 1) {
    const flag = flags[num] as number;
    if (flag === 0 || !matches[num] || shelfIn(flag) !== query.shelf) continue;
    const unmet = unmetChoices(num);
    if (unmet === 0) nums[num] = 1;
    if (flag & STARRED && isAtMost(unmet, FACET_BITS.starred)) starred += 1;
    if (isAtMost(unmet, FACET_BITS.statuses)) {
      increment(statuses, STATUSES.indexOf(statusIn(flag)));
    }
    if (isAtMost(unmet, FACET_BITS.sites)) increment(sites, SOURCES.indexOf(sourceIn(flag)));
    if (isAtMost(unmet, FACET_BITS.years)) {
      increment(years, yearIn(dates[num] as number));
    }
    if (isAtMost(unmet, FACET_BITS.categories)) categories.forEach(num, countCategory);
    if (unmet === 0) tags.forEach(num, countTag);
  }

  return {
    nums,
    facets: {
      starred,
      statuses: nonZero(statuses, (index) => STATUSES[index] as Status),
      tags: sortedCounts(tags, tagCounts),
      sites: nonZero(sites, (index) => SOURCES[index] as Source).sort(mostFirst),
      years: nonZero(years, (year) => year)
        .filter(({ value }) => value > 0) // 0: the date is unknown
        .reverse(),
      categories: sortedCounts(categories, categoryCounts),
    },
  };
}

/** A function that gives the facets whose choices a paper does not meet, as `FACET_BITS`. */
function compileChoices(columns: Columns, query: ListQuery): (num: number) => number {
  const { flags, dates, tags, categories } = columns;
  const statuses = new Set(query.statuses);
  const sites = new Set(query.sites);
  const years = new Set(query.years);
  const tagIds = query.tags.map(tags.idOf);
  const categoryIds = query.categories.map(categories.idOf);
  return (num) => {
    const flag = flags[num] as number;
    let unmet = 0;
    if (query.starred && !(flag & STARRED)) unmet |= FACET_BITS.starred;
    if (statuses.size > 0 && !statuses.has(statusIn(flag))) unmet |= FACET_BITS.statuses;
    if (sites.size > 0 && !sites.has(sourceIn(flag))) unmet |= FACET_BITS.sites;
    if (years.size > 0 && !years.has(yearIn(dates[num] as number))) {
      unmet |= FACET_BITS.years;
    }
    if (tagIds.length > 0 && tagIds.some((id) => !tags.has(num, id))) unmet |= FACET_BITS.tags;
    if (categoryIds.length > 0 && !categoryIds.some((id) => categories.has(num, id))) {
      unmet |= FACET_BITS.categories;
    }
    return unmet;
  };
}

/** Whether no bits but this one are set. */
function isAtMost(bits: number, bit: number): boolean {
  return (bits & ~bit) === 0;
}

function increment(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] as number) + 1;
}

/** The counts above zero, in order of their indexes. */
function nonZero<T>(counts: Uint32Array, valueAt: (index: number) => T): FacetCount<T>[] {
  const found: FacetCount<T>[] = [];
  for (let index = 0; index < counts.length; index += 1) {
    const papers = counts[index] as number;
    if (papers > 0) found.push({ value: valueAt(index), count: papers });
  }
  return found;
}

function sortedCounts({ values }: ListColumn, counts: Uint32Array): FacetCount<string>[] {
  return nonZero(counts, (id) => values[id] as string).sort(
    (a, b) => b.count - a.count || compareNaturally(a.value, b.value),
  );
}

function mostFirst<T>(a: FacetCount<T>, b: FacetCount<T>): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
