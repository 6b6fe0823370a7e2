/** Rules and filter at work on a page: what they hit, and the marks they leave. */

import { filterNeedsEngine } from '@/lib/filter/filter';
import { parseFilter } from '@/lib/filter/parse';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import { type PaintedRow, Painter } from '@/lib/highlight/painter';
import { type Rule, rulesNeedEngine, rulesOn } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import type { Row } from '@/lib/sites/site';
import { placesOn } from './fields';
import { filterSubjectOf } from './filter-subjects';
import { findHits, match, setFilter } from './narrow';
import { followNear } from './near-view';
import { inSlices, paintFirst } from './slices';
import type { PageState, PageStore, UnseenMatches } from './store';
import { visibilityIn } from './summary';
import { mayHideMatches, unseenMatchesOf } from './unseen';

export interface Marking {
  /** Takes all of the user's rules; those meant for this site are applied. */
  readonly setRules: (rules: readonly Rule[]) => void;
  readonly setFilter: (text: string) => void;
  /** Takes the engine for regular expressions, which is brought when a pattern needs it. */
  readonly takeEngine: (engine: RegexEngine) => void;
  /**
   * The page was read: these rows are new, or their texts changed. All that is not in view waits
   * until the rows have their controls.
   */
  readonly onRead: (changed: readonly Row[], controlsThere?: Promise<void>) => void;
  /** More is known of the papers: abstracts came. */
  readonly onLearned: () => void;
  /** Takes all marks off the page. */
  readonly remove: () => void;
}

const NO_RULES = compileRules([], null);

/** `bringEngine` is called when the first pattern needs the engine. */
export function createMarking(store: PageStore, bringEngine: () => void): Marking {
  const painter = new Painter({
    inSlices,
    nearView: followNear,
    inView: () => rowsInView(store.getState()),
    async afterView() {
      await paintFirst();
      await controlsThere;
      if (isFindingDue) await find();
    },
  });
  let controlsThere: Promise<void> | undefined;
  const painted = new Set<Row>();
  let all: readonly Rule[] = [];
  let ruleSet = NO_RULES;
  let engine: RegexEngine | null = null;
  /** What rules hit is found after what is in view was marked, and before all else is. */
  let isFindingDue = false;
  let finding = new AbortController();
  let isExplainingDue = false;
  let explaining = new AbortController();

  function applyRules(): void {
    const { site } = store.getState();
    const rules = site ? rulesOn(all, site.host) : [];
    if (!engine && rulesNeedEngine(rules)) bringEngine();
    ruleSet = compileRules(rules, engine);
    isFindingDue = rules.length > 0;
    if (!isFindingDue) takeNoRules();
    void painter.setRules(ruleSet);
  }

  function takeNoRules(): void {
    finding.abort();
    if (store.getState().rules.length === 0) return;
    store.setState({ rules: [], hits: new Map(), ruleProblems: new Map() });
  }

  async function find(): Promise<void> {
    isFindingDue = false;
    finding.abort();
    finding = new AbortController();
    await findHits(store, ruleSet, finding.signal);
  }

  /** Several changes come one after the other. */
  function explainSoon(): void {
    if (isExplainingDue) return;
    isExplainingDue = true;
    queueMicrotask(() => {
      isExplainingDue = false;
      void explain();
    });
  }

  /** Finds what matches in texts that rows do not show. */
  async function explain(): Promise<void> {
    explaining.abort();
    explaining = new AbortController();
    const { signal } = explaining;
    const state = store.getState();
    const unseen = new Map<Row, UnseenMatches>();
    await inSlices(mayHideMatches(state) ? state.rows : [], signal, (row) => {
      const filter = state.matching?.has(row) ? state.filter.compiled : null;
      const isHit = state.hits.has(row) && ruleSet.rules === state.rules;
      if (!filter && !isHit) return;
      const found = unseenMatchesOf(state, row, { filter, rules: isHit ? ruleSet : NO_RULES });
      if (found) unseen.set(row, found);
    });
    if (signal.aborted || unseen.size + store.getState().unseen.size === 0) return;
    store.setState({ unseen });
  }

  function applyFilter(text: string): void {
    if (!engine && filterNeedsEngine(parseFilter(text).filter)) bringEngine();
    setFilter(store, text, engine);
    void painter.setFilterFinder(store.getState().filter.compiled?.find ?? null);
  }

  function paintedRow(row: Row): PaintedRow {
    const { site } = store.getState();
    return {
      key: row,
      elements: row.elements,
      subject: () => filterSubjectOf(store.getState(), row),
      placesOf: site ? placesOn(site, row) : () => [],
    };
  }

  const stopFollowing = store.subscribe((state, before) => {
    if (state.site !== before.site) applyRules();
    const shown = rowsShowingOthers(state, before);
    if (shown.length > 0) queueMicrotask(() => painter.renew(shown.map(paintedRow))); // once they are there
    const isOther =
      state.saved !== before.saved ||
      state.pending !== before.pending ||
      state.visits !== before.visits;
    if (isOther && state.filter.compiled) match(store);
    const isSameMatch =
      state.hits === before.hits &&
      state.matching === before.matching &&
      state.filter === before.filter;
    if (!isSameMatch || (isOther && state.matching)) explainSoon();
  });

  return {
    setRules(rules) {
      all = rules;
      applyRules();
    },
    setFilter: applyFilter,
    takeEngine(arrived) {
      engine = arrived;
      applyRules();
      applyFilter(store.getState().filter.text);
    },
    onRead(changed, controls) {
      controlsThere = controls;
      const onPage = new Set(store.getState().rows);
      for (const row of painted) {
        if (onPage.has(row)) continue;
        painter.forget(row);
        painted.delete(row);
      }
      for (const row of changed) painted.add(row);
      match(store);
      isFindingDue = ruleSet.rules.length > 0;
      void painter.update(changed.map(paintedRow));
    },
    onLearned() {
      match(store);
      if (ruleSet.rules.length > 0) void find();
    },
    remove() {
      stopFollowing();
      finding.abort();
      explaining.abort();
      painter.remove();
    },
  };
}

/** The rows below which Winnow shows other texts than before. */
function rowsShowingOthers(state: PageState, before: PageState): Row[] {
  const { unfolded, explained, unseen } = state;
  if (
    unfolded === before.unfolded &&
    explained === before.explained &&
    (unseen === before.unseen || explained.size === 0)
  ) {
    return [];
  }
  return state.rows.filter(
    (row) =>
      unfolded.has(row.id) !== before.unfolded.has(row.id) ||
      explained.has(row.id) !== before.explained.has(row.id) ||
      (explained.has(row.id) && unseen.get(row) !== before.unseen.get(row)),
  );
}

/** The rows that are painted first. At the top of a page, measuring would cost more than it saves. */
function rowsInView(state: PageState): readonly Row[] {
  const isHidden = (row: Row) => visibilityIn(state, row).as === 'hidden';
  if (window.scrollY === 0) return firstOf(20, state.rows, (row) => !isHidden(row));
  return state.rows.filter((row) => {
    if (isHidden(row)) return false;
    const { top, bottom } = row.elements[0].getBoundingClientRect();
    return bottom >= 0 && top <= window.innerHeight;
  });
}

function firstOf<T>(count: number, items: readonly T[], isWanted: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length === count) break;
    if (isWanted(item)) found.push(item);
  }
  return found;
}
