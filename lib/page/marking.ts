/** Rules and filter at work on a page: what they hit, and the marks they leave. */
import type { RegexEngine } from '@/lib/keywords/engine';
import { filterNeedsEngine } from '@/lib/keywords/filter';
import { parseFilter } from '@/lib/keywords/filter-parse';
import { Painter } from '@/lib/keywords/painter';
import { type Rule, rulesNeedEngine, rulesOn } from '@/lib/keywords/rule';
import { compileRules } from '@/lib/keywords/rule-matcher';
import type { Row } from '@/lib/sites/site';
import { fieldOf } from './fields';
import { findHits, match, setFilter } from './narrow';
import { inSlices } from './slices';
import type { PageStore } from './store';

export interface Marking {
  /** Takes all of the user's rules; those meant for this site are applied. */
  readonly setRules: (rules: readonly Rule[]) => void;
  readonly setFilter: (text: string) => void;
  /** Takes the engine for regular expressions, which is brought when a pattern needs it. */
  readonly takeEngine: (engine: RegexEngine) => void;
  /** The page was read: these rows are new, or their texts changed. */
  readonly onRead: (changed: readonly Row[]) => void;
  /** More is known of the papers: abstracts came. */
  readonly onLearned: () => void;
  /** Takes all marks off the page. */
  readonly remove: () => void;
}

/** `bringEngine` is called when the first pattern needs the engine. */
export function createMarking(store: PageStore, bringEngine: () => void): Marking {
  const painter = new Painter({ inSlices, inView: () => rowsInView(store.getState().rows) });
  const painted = new Set<Row>();
  let all: readonly Rule[] = [];
  let ruleSet = compileRules([], null);
  let engine: RegexEngine | null = null;
  let finding = new AbortController();

  function applyRules(): void {
    const { site } = store.getState();
    const rules = site ? rulesOn(all, site.host) : [];
    if (!engine && rulesNeedEngine(rules)) bringEngine();
    ruleSet = compileRules(rules, engine);
    store.setState({ rules, hits: new Map(), ruleProblems: ruleSet.problems });
    void painter.setRules(ruleSet);
    find();
  }

  function find(): void {
    finding.abort();
    finding = new AbortController();
    if (ruleSet.rules.length > 0) void findHits(store, ruleSet, finding.signal);
  }

  function applyFilter(text: string): void {
    if (!engine && filterNeedsEngine(parseFilter(text).filter)) bringEngine();
    setFilter(store, text, engine);
    void painter.setFilterFinder(store.getState().filter.compiled?.find ?? null);
  }

  const stopFollowing = store.subscribe((state, before) => {
    if (state.site !== before.site) applyRules();
    const isOther =
      state.saved !== before.saved ||
      state.pending !== before.pending ||
      state.visits !== before.visits;
    if (isOther && state.filter.compiled) match(store);
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
    onRead(changed) {
      const standing = new Set(store.getState().rows);
      for (const row of painted) {
        if (standing.has(row)) continue;
        painter.forget(row);
        painted.delete(row);
      }
      for (const row of changed) painted.add(row);
      void painter.update(changed.map((row) => ({ key: row, elements: row.elements, fieldOf })));
      match(store);
      find();
    },
    onLearned() {
      match(store);
      find();
    },
    remove() {
      stopFollowing();
      finding.abort();
      painter.remove();
    },
  };
}

/** The rows that are painted first. At the top of a page, measuring would cost more than it saves. */
function rowsInView(rows: readonly Row[]): readonly Row[] {
  if (window.scrollY === 0) return rows.slice(0, 20);
  return rows.filter(({ elements: [element] }) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom >= 0 && top <= window.innerHeight;
  });
}
