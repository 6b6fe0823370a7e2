import { describe, expect, test, vi } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import { findHits, match, setFilter } from '@/lib/page/narrow';
import type { PageStore } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import type { Rule } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const [A, B, C] = [idOf(1), idOf(2), idOf(3)] as const;
const sparse = makeRow({ id: A, title: 'Sparse attention', categories: ['cs.LG'] });
const graphs = makeRow({ id: B, title: 'Graphs', authors: ['B. Dürer'], abstract: 'Sparse.' });
const sameAgain = makeRow({ id: A, title: 'Sparse attention' });
const later = makeRow({ id: C, title: 'More attention' });

const open = () => openPage([sparse, graphs, sameAgain]);
const narrow = (store: PageStore, text: string) => setFilter(store, text, null);
const matching = (store: PageStore) => [...(store.getState().matching ?? [])];

describe('the filter', () => {
  test.each<[string, Row[]]>([
    ['attention', [sparse, sameAgain]],
    ['sparse', [sparse, graphs, sameAgain]],
    ['durer', [graphs]],
    ['cs.lg', [sparse]],
    ['sparse durer', [graphs]],
    ['sparse -durer', [sparse, sameAgain]],
    ['title:sparse', [sparse, sameAgain]],
    ['durer OR cat:cs', [sparse, graphs]],
    ['nothing of this', []],
  ])('%j leaves the rows that match', (text, rows) => {
    const store = open();
    narrow(store, text);
    expect(matching(store)).toEqual(rows);
    expect(store.getState().filter).toMatchObject({ text, problems: [] });
  });

  test.each(['', '   '])('%j shows all', (text) => {
    const store = open();
    narrow(store, 'attention');
    narrow(store, text);
    const { filter, matching: found } = store.getState();
    expect(filter).toEqual({ text, compiled: null, problems: [] });
    expect(found).toBeNull();
  });

  test('is asked anew when the page was read anew', () => {
    const store = open();
    narrow(store, 'attention');
    store.setState({ rows: [graphs, later] });
    match(store);
    expect(store.getState().filter.text).toBe('attention');
    expect(matching(store)).toEqual([later]);
  });

  test('follows tags, stars and visits', () => {
    const store = open();
    narrow(store, 'tag:"to read" OR is:starred OR is:seen');
    expect(matching(store)).toEqual([]);
    store.setState({ saved: { [B]: { ...UNDECIDED, tags: ['to read'] } } });
    match(store);
    expect(matching(store)).toEqual([graphs]);
    store.setState({ saved: { [A]: { ...UNDECIDED, starred: true } } });
    match(store);
    expect(matching(store)).toEqual([sparse, sameAgain]);
    store.setState({ saved: {}, visits: { lastVisit: 1, seen: new Set([B]) } });
    match(store);
    expect(matching(store)).toEqual([graphs]);
    narrow(store, 'is:new');
    expect(matching(store)).toEqual([sparse, sameAgain]);
  });

  test('follows abstracts that came', () => {
    const store = open();
    narrow(store, 'theorem');
    store.setState({ abstracts: { [A]: 'A theorem.' } });
    match(store);
    expect(matching(store)).toEqual([sparse, sameAgain]);
  });

  test('changes nothing where the same rows match', () => {
    const store = open();
    narrow(store, 'attention');
    const before = store.getState();
    const heard = vi.fn();
    store.subscribe(heard);
    match(store);
    expect(heard).not.toHaveBeenCalled();
    narrow(store, 'attentio');
    expect(store.getState().matching).toBe(before.matching);
  });

  test('reads nothing of the papers while there is none', () => {
    const read = vi.fn(() => sparse.read());
    const store = openPage([makeRow({}, { read })]);
    match(store);
    narrow(store, '  ');
    expect(read).not.toHaveBeenCalled();
  });

  test('says what was not understood, and finds the rest', () => {
    const store = open();
    narrow(store, '(sparse durer');
    expect(store.getState().filter.problems).toEqual([expect.stringContaining('closing ")"')]);
    expect(matching(store)).toEqual([graphs]);
    narrow(store, 'sparse durer');
    expect(store.getState().filter.problems).toEqual([]);
  });

  test('changes nothing by a pattern that waits for its engine, or is refused by it', () => {
    const store = open();
    narrow(store, '/a(?=b)/');
    expect(store.getState().filter.problems).toEqual([]);
    expect(store.getState().matching).toBeNull();
    setFilter(store, '/a(?=b)/', re2Engine);
    expect(store.getState().filter.problems).toEqual([expect.stringContaining('/a(?=b)/')]);
    expect(store.getState().matching).toBeNull();
    setFilter(store, '/^Gra[px]/', re2Engine);
    expect(store.getState().filter.problems).toEqual([]);
    expect(matching(store)).toEqual([graphs]);
  });

  test('typed letter by letter, is what it was until a pattern is whole', () => {
    const store = open();
    const typed = 'sparse /[Gg]r[a]ph/ durer';
    const found: Record<string, Row[]> = {};
    for (let length = 1; length <= typed.length; length += 1) {
      const text = typed.slice(0, length);
      setFilter(store, text, re2Engine);
      expect(store.getState().filter.text).toBe(text);
      found[text] = matching(store);
    }
    const sparseRows = [sparse, graphs, sameAgain];
    for (const [text, rows] of Object.entries(found)) {
      const isWhole = /\/.*\/(?: |$)/.test(text);
      expect(rows, text).toEqual(isWhole ? [graphs] : sparseRows);
    }
    setFilter(store, 'sparse /[/', re2Engine);
    expect(matching(store)).toEqual([graphs]);
    expect(store.getState().filter.problems).toEqual([expect.stringContaining('/[/')]);
    setFilter(store, '', re2Engine);
    expect(store.getState().matching).toBeNull();
  });
});

describe('hits of rules', () => {
  const RULES = [
    makeRule(1, { terms: ['attention'] }),
    makeRule(2, { terms: ['sparse'] }),
    makeRule(3, { terms: ['durer'], fields: ['authors'], action: 'mute' }),
    makeRule(4, { terms: ['durer'], fields: ['title'] }),
    makeRule(5, { terms: ['graphs'], enabled: false }),
  ];
  const never = new AbortController().signal;

  test('are found in the fields of each rule, for the rows that have any', async () => {
    const store = openPage([sparse, graphs, later, makeRow({ title: 'Nothing' })]);
    await findHits(store, compileRules(RULES, null), never);
    expect([...store.getState().hits]).toEqual([
      [sparse, [0, 1]],
      [graphs, [1, 2]],
      [later, [0]],
    ]);
  });

  test('are found in abstracts that came', async () => {
    const store = openPage([later], { abstracts: { [C]: 'Sparse.' } });
    await findHits(store, compileRules(RULES, null), never);
    expect(store.getState().hits.get(later)).toEqual([0, 1]);
  });

  test('are not taken over when that was given up', async () => {
    const store = open();
    const finding = new AbortController();
    const done = findHits(store, compileRules(RULES, null), finding.signal);
    finding.abort();
    await done;
    expect(store.getState().hits.size).toBe(0);
  });

  test('after a change are those of the changed rules alone, and of papers that changed', async () => {
    const store = openPage([sparse, graphs, later]);
    await findHits(store, compileRules(RULES, null), never);
    const [attention, , mute] = RULES as [Rule, Rule, Rule];
    const others = compileRules([mute, makeRule(7, { terms: ['more'] }), attention], null);
    const scan = vi.spyOn(others, 'scan');
    const only = vi.spyOn(others, 'subset');
    store.setState({ abstracts: { [C]: 'By Dürer, no less.' } });
    await findHits(store, others, never);
    expect([...store.getState().hits]).toEqual([
      [sparse, [2]],
      [graphs, [0]],
      [later, [1, 2]],
    ]);
    expect(only.mock.calls).toEqual([[[1]]]);
    const TEXTS = 2; // of the fields in which the rules look
    expect(scan, 'for the paper that changed').toHaveBeenCalledTimes(TEXTS);
    await findHits(store, others, never);
    expect(scan, 'nothing changed').toHaveBeenCalledTimes(TEXTS);
    expect(store.getState().hits.get(later)).toEqual([1, 2]);
  });

  test('of a pattern are found when the engine has come', async () => {
    const store = openPage([sparse]);
    const pattern = [makeRule(8, { terms: ['at+ent'], mode: 'regex' })];
    await findHits(store, compileRules(pattern, null), never);
    expect(store.getState().hits.size).toBe(0);
    await findHits(store, compileRules(pattern, re2Engine), never);
    expect(store.getState().hits.get(sparse)).toEqual([0]);
  });

  test('come with what is wrong with the rules', async () => {
    const store = open();
    const bad = makeRule(6, { terms: ['a(?=b)'], mode: 'regex' });
    await findHits(store, compileRules([...RULES, bad], re2Engine), never);
    expect([...store.getState().ruleProblems.keys()]).toEqual([RULES.length]);
  });
});
