/** Answers lists by looking at every record: what the engine's answers are compared with. */
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { re2Engine } from '@/lib/filter/re2-engine';
import type { FacetCount, Facets, ListAnswer } from '@/lib/library/queries/list-answer';
import { filterSubjectOf } from '@/lib/library/store/filter-subject';
import type { PaperRecord } from '@/lib/library/store/record';
import { STATUSES } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';

/** The answer to a query over these records: all there are. */
export function answerPlainly(records: readonly PaperRecord[], query: ListQuery): ListAnswer {
  const parsed = parseFilter(query.search);
  const { matches, problems } = compileFilter(parsed.filter, re2Engine);
  const found = records.filter(
    (record) => record.shelf === query.shelf && matches(filterSubjectOf(record)),
  );
  const failing = (record: PaperRecord) =>
    Object.entries(CHOICES).flatMap(([facet, isChosen]) =>
      isChosen(record, query) ? [] : [facet as keyof Facets],
    );
  const under = (facet: keyof Facets | null) =>
    found.filter((record) => failing(record).every((one) => one === facet));
  const all = under(null).sort((a, b) => ORDER[query.sort](a, b) || ORDER.added(a, b));
  return {
    search: query.search,
    nums: Uint32Array.from(all, ({ num }) => num),
    facets: {
      starred: under('starred').filter(({ triage }) => triage.starred).length,
      statuses: count(under('statuses').map(({ triage }) => triage.status)).sort(
        (a, b) => STATUSES.indexOf(a.value) - STATUSES.indexOf(b.value),
      ),
      tags: count(all.flatMap(({ triage }) => triage.tags)),
      sites: count(under('sites').map(({ meta }) => meta.source)),
      years: count(under('years').flatMap((record) => yearOf(record) ?? [])).sort(
        (a, b) => b.value - a.value,
      ),
      categories: count(under('categories').flatMap(({ meta }) => [...new Set(meta.categories)])),
    },
    problems: [...parsed.problems, ...problems],
    unindexed: 0,
    corrected: null,
    isPartial: false,
  };
}

const CHOICES: Record<keyof Facets, (record: PaperRecord, query: ListQuery) => boolean> = {
  starred: ({ triage }, { starred }) => !starred || triage.starred,
  statuses: ({ triage }, { statuses }) => isOneOf(triage.status, statuses),
  tags: ({ triage }, { tags }) => tags.every((tag) => triage.tags.includes(tag)),
  sites: ({ meta }, { sites }) => isOneOf(meta.source, sites),
  years: (record, { years }) => isOneOf(yearOf(record), years),
  categories: ({ meta }, { categories }) =>
    categories.length === 0 || meta.categories.some((one) => categories.includes(one)),
};

function isOneOf<T>(value: T | null, chosen: readonly T[]): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value));
}

function yearOf({ meta }: PaperRecord): number | null {
  return meta.date === null ? null : Number(meta.date.slice(0, 4));
}

function count<T>(values: readonly T[]): FacetCount<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, papers]) => ({ value, count: papers }))
    .sort((a, b) => b.count - a.count || inWords(String(a.value), String(b.value)));
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const added = (a: PaperRecord, b: PaperRecord) => b.added - a.added || b.num - a.num;

const ORDER: Record<ListQuery['sort'], (a: PaperRecord, b: PaperRecord) => number> = {
  added,
  relevance: added,
  published: (a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''),
  title: (a, b) => collator.compare(a.meta.title, b.meta.title),
  upvotes: (a, b) => (b.meta.upvotes ?? -1) - (a.meta.upvotes ?? -1),
};

/** Numbers in words by their size; words that are the same to a reader by their code units. */
function inWords(a: string, b: string): number {
  const read = a.localeCompare(b, undefined, { numeric: true });
  return read !== 0 ? read : a < b ? -1 : 1;
}
