/** The state of a page: its rows, what was decided on them, the filter. Never a copy of the library. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Field } from '@/lib/filter/filter';
import type { CompiledFilter } from '@/lib/filter/match';
import { type Paper, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import type { Rule } from '@/lib/protocol/rule';
import type { Details } from '@/lib/protocol/version-report';
import { SHOW_ALL, type Showing } from '@/lib/settings/showing';
import type { NamedSite } from '@/lib/sites';
import type { Row } from '@/lib/sites/site';
import { type Changes, NO_CHANGES, stateAfter } from '@/lib/triage/changes';

/** What the user typed to narrow the page. */
export interface PageFilter {
  readonly text: string;
  /** What narrows the page: while the text is half typed, what did before. `null` for no filter. */
  readonly compiled: CompiledFilter | null;
  /** What was not understood, in words for the user. */
  readonly problems: readonly string[];
}

/** What is known of earlier visits to this listing. */
interface Visits {
  /** Milliseconds; `null` on the first visit, when nothing counts as new. */
  readonly lastVisit: number | null;
  readonly seen: ReadonlySet<PaperId>;
}

/** Why a row matches, where that cannot be seen on it. */
export interface UnseenMatches {
  /** In words for the user: "transformer* in the abstract". */
  readonly text: string;
  /** The passages that match, one for each text in which the row shows them when asked. */
  readonly passages: () => readonly Passage[];
}

/** A stretch of one of a paper's texts, or several texts of a field. */
export interface Passage {
  readonly field: Field;
  readonly text: string;
}

export interface PageState extends Changes {
  /** `null` on a page without papers. */
  readonly site: NamedSite | null;
  /** In page order. */
  readonly rows: readonly Row[];
  /** How many entries could not be read and were left alone. */
  readonly unreadable: number;
  /** As the library last said. */
  readonly saved: States;
  /** What else is known of papers on the reading list. */
  readonly details: Details;
  readonly filter: PageFilter;
  /** The rows that match the filter; `null` without one. */
  readonly matching: ReadonlySet<Row> | null;
  /** The user's rules that are on and meant for this site. */
  readonly rules: readonly Rule[];
  /** Which rules hit a row, as indexes into `rules`; only for rows with hits. */
  readonly hits: ReadonlyMap<Row, readonly number[]>;
  /** Why a rule, by its index, is not searched for. */
  readonly ruleProblems: ReadonlyMap<number, string>;
  /** Mute rules, by id, whose rows the user asked to see. */
  readonly revealed: ReadonlySet<string>;
  readonly showing: Showing;
  readonly visits: Visits;
  /** Abstracts that the page itself does not have. */
  readonly abstracts: Readonly<Record<PaperId, string>>;
  /** How many papers on the page have no abstract yet. */
  readonly lacking: number;
  /** Whether the user wants those fetched. */
  readonly fetchesAbstracts: boolean;
  /** Why abstracts are late, in words for the user. */
  readonly abstractsProblem: string | null;
  /** Papers whose abstract is unfolded on the page. */
  readonly unfolded: ReadonlySet<PaperId>;
  /** What matches in texts that rows do not show; only for rows with such matches. */
  readonly unseen: ReadonlyMap<Row, UnseenMatches>;
  /** Papers whose row shows the passages that match. */
  readonly explained: ReadonlySet<PaperId>;
  /** The paper whose dialog is open, the control it was opened from, and the part that has the focus. */
  readonly tagging: {
    readonly id: PaperId;
    readonly control: HTMLElement;
    readonly part: 'tags' | 'note';
  } | null;
  /** The extension was updated or removed; this page has to be reloaded. */
  readonly outdated: boolean;
}

export type PageStore = StoreApi<PageState>;

export const NO_FILTER: PageFilter = Object.freeze({ text: '', compiled: null, problems: [] });

export function createPageStore(): PageStore {
  return createStore<PageState>(() => ({
    site: null,
    rows: [],
    unreadable: 0,
    saved: {},
    ...NO_CHANGES,
    details: {},
    filter: NO_FILTER,
    matching: null,
    rules: [],
    hits: new Map(),
    ruleProblems: new Map(),
    revealed: new Set(),
    showing: SHOW_ALL,
    visits: { lastVisit: null, seen: new Set() },
    abstracts: {},
    lacking: 0,
    fetchesAbstracts: false,
    abstractsProblem: null,
    unfolded: new Set(),
    unseen: new Map(),
    explained: new Set(),
    tagging: null,
    outdated: false,
  }));
}

/** The state to show: as saved, with pending changes applied. */
export function shownState({ saved, pending }: PageState, id: PaperId): TriageState {
  return stateAfter(pending, id, saved[id] ?? UNDECIDED);
}

/** The paper of a row, with an abstract that was fetched. */
export function paperOf({ abstracts }: PageState, row: Row): Paper {
  const paper = row.read();
  const abstract = paper.abstract ?? abstracts[row.id] ?? null;
  return abstract === paper.abstract ? paper : { ...paper, abstract };
}

/** Whether a paper was on no list that the user opened before. On a first visit nothing is new. */
export function isNew({ visits }: PageState, id: PaperId): boolean {
  return visits.lastVisit !== null && !visits.seen.has(id);
}

/** Whether a paper was on a list before, and this listing was: on a first visit nothing is seen either. */
export function isSeen({ visits }: PageState, id: PaperId): boolean {
  return visits.lastVisit !== null && visits.seen.has(id);
}

/** How many papers are in these rows; one in two rows counts once. */
export function countPapers(rows: Iterable<Row>): number {
  return new Set(Array.from(rows, ({ id }) => id)).size;
}
