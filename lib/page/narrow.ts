/** Narrowing a page: its filter, and the rules that hit its rows. */

import { filterNeedsEngine, type Subject } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import { diffRules, type RuleDiff } from '@/lib/rules/rule-diff';
import { type RuleSet, type Scanner, scanPaper } from '@/lib/rules/rule-matcher';
import type { Row } from '@/lib/sites/site';
import { filterSubjectOf } from './filter-subjects';
import { inSlices } from './slices';
import { NO_FILTER, type PageFilter, type PageState, type PageStore } from './store';

/**
 * Narrows the page to the rows that match; the empty filter shows all. A pattern that is half typed,
 * cannot be run, or waits for its engine changes nothing.
 */
export function setFilter(store: PageStore, text: string, engine: RegexEngine | null): void {
  store.setState(({ filter }) => ({ filter: filterOf(text, engine, filter.compiled) }));
  match(store);
}

function filterOf(
  text: string,
  engine: RegexEngine | null,
  before: PageFilter['compiled'],
): PageFilter {
  if (text.trim() === '') return text === '' ? NO_FILTER : { ...NO_FILTER, text };
  const { filter, problems, isWhole } = parseFilter(text);
  const compiled = compileFilter(filter, engine);
  const runs = compiled.problems.length === 0 && (engine !== null || !filterNeedsEngine(filter));
  return {
    text,
    compiled: isWhole && runs ? compiled : before,
    problems: [...problems, ...compiled.problems],
  };
}

/** Asks every row anew whether it matches; to be called when rows or what is known of them change. */
export function match(store: PageStore): void {
  const state = store.getState();
  const matching = matchingRows(state);
  if (!isSameSet(matching, state.matching)) store.setState({ matching });
}

function matchingRows(state: PageState): ReadonlySet<Row> | null {
  const { compiled } = state.filter;
  if (!compiled) return null;
  return new Set(state.rows.filter((row) => compiled.matches(filterSubjectOf(state, row))));
}

function isSameSet(a: ReadonlySet<Row> | null, b: ReadonlySet<Row> | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every((row) => b.has(row));
}

/** What rules hit in a row, when it was last looked at. */
interface Found {
  readonly subject: Subject;
  readonly ruleSet: RuleSet;
  /** Indexes of rules, in order. */
  readonly rules: readonly number[];
}

const found = new WeakMap<Row, Found>();

/**
 * Finds which rules hit which rows, in slices; of rows that are as they were, only what changed of
 * the rules is looked for. The rules and their hits are taken over together, so that no row is judged
 * by new rules and old hits; when aborted, neither is.
 */
export async function findHits(
  store: PageStore,
  ruleSet: RuleSet,
  signal: AbortSignal,
): Promise<void> {
  const hits = new Map<Row, readonly number[]>();
  const changes = new Map<RuleSet, RuleDiff>();
  const changeFrom = (old: RuleSet): RuleDiff => {
    const change = changes.get(old) ?? diffRules(old, ruleSet);
    changes.set(old, change);
    return change;
  };
  await inSlices(store.getState().rows, signal, (row) => {
    const subject = filterSubjectOf(store.getState(), row);
    const before = found.get(row);
    const rules =
      before?.subject === subject
        ? rulesAfter(before, ruleSet, changeFrom)
        : rulesThatHit(ruleSet, subject);
    found.set(row, { subject, ruleSet, rules });
    if (rules.length > 0) hits.set(row, rules);
  });
  if (signal.aborted) return;
  store.setState({ rules: ruleSet.rules, hits, ruleProblems: ruleSet.problems });
}

function rulesAfter(
  { subject, ruleSet: old, rules }: Found,
  ruleSet: RuleSet,
  changeFrom: (old: RuleSet) => RuleDiff,
): readonly number[] {
  if (old === ruleSet) return rules;
  const { kept, added } = changeFrom(old);
  const still = rules.flatMap((rule) => kept.get(rule) ?? []);
  const fresh = added ? rulesThatHit(added, subject) : [];
  return [...still, ...fresh].sort((a, b) => a - b);
}

function rulesThatHit(scanner: Scanner, subject: Subject): readonly number[] {
  const rules = new Set<number>();
  scanPaper(scanner, subject, (hits) => {
    for (const { rule } of hits) rules.add(rule);
  });
  return [...rules].sort((a, b) => a - b);
}
