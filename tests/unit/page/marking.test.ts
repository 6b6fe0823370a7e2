import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import { createMarking, type Marking } from '@/lib/page/marking';
import type { PageState, PageStore } from '@/lib/page/store';
import { summarize, visibilityIn } from '@/lib/page/summary';
import { UNDECIDED } from '@/lib/paper';
import type { Rule } from '@/lib/protocol/rule';
import type { Row } from '@/lib/sites/site';
import { FakeIntersections } from '../../helpers/intersections';
import { idOf, makePaper } from '../../helpers/papers';
import { textOfRange } from '../../helpers/ranges';
import { makeRow, makeSite, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

const [A, B, C] = [idOf(1), idOf(2), idOf(3)] as const;
const ON_ARXIV = makeSite({ id: 'one', host: 'arxiv' });
const ON_HF = makeSite({ id: 'other', host: 'huggingface' });

const ATTENTION = makeRule(1, { terms: ['attention'], colour: 1 });
const REGEX = makeRule(2, { terms: ['gr.ph'], mode: 'regex', colour: 2 });
const REFUSED = makeRule(3, { terms: ['a(?=b)'], mode: 'regex' });
const OFF = makeRule(4, { terms: ['x+'], mode: 'regex', enabled: false });

let highlights: Map<string, FakeHighlight>;
let store: PageStore;
let marking: Marking;
const bringEngine = vi.fn();

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', queueMicrotask);
  vi.stubGlobal('IntersectionObserver', FakeIntersections);
  FakeIntersections.reset();
  bringEngine.mockReset();
  highlights = new Map();
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(init: StaticRangeInit) {
        Object.assign(this, init);
      }
    },
  );
});

afterEach(() => {
  marking.remove();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** A row with its title in a heading, on the page. */
function rowOf(id: typeof A, title: string): Row {
  const row = makeRow({ id, title });
  const heading = document.createElement('h3');
  heading.textContent = title;
  row.elements[0].replaceChildren(heading);
  document.body.append(row.elements[0]);
  return row;
}

/** Opens a page and reads it for the first time. */
async function open(rows: readonly Row[], known: Partial<PageState> = {}): Promise<void> {
  store = openPage(rows, known);
  marking = createMarking(store, bringEngine);
  marking.onRead(rows);
  await settle();
}

/** Lets all slices end: on a busy machine each may end after one row, and goes on in the next turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 25; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What is marked, by name, in the order of marking. */
function marked(name: string): string[] {
  return [...(highlights.get(name) ?? [])].map(textOfRange);
}

const rowIn = ({ startContainer }: StaticRange) => startContainer.parentElement?.closest('li');

const hits = () => [...store.getState().hits].map(([{ id }, indexes]) => [id, indexes]);

async function setRules(...rules: Rule[]): Promise<void> {
  marking.setRules(rules);
  await settle();
}

describe('rules', () => {
  test('hit rows and are marked', async () => {
    await open([rowOf(A, 'Attention to graphs'), rowOf(B, 'Nothing')]);
    await setRules(makeRule(5, { terms: ['other'] }), ATTENTION);
    expect(hits()).toEqual([[A, [1]]]);
    expect(marked('winnow-rule-1')).toEqual(['Attention']);
    expect(summarize(store.getState()).hits).toEqual([0, 1]);
  });

  test('that are off or meant for the other site are not applied', async () => {
    await open([rowOf(A, 'Attention')], { site: ON_ARXIV });
    const here = { ...ATTENTION, where: 'arxiv' } as const;
    const there = makeRule(6, { terms: ['attention'], where: 'huggingface', colour: 2 });
    await setRules(there, here, { ...ATTENTION, id: OFF.id, enabled: false });
    expect(store.getState().rules).toEqual([here]);
    expect(hits()).toEqual([[A, [0]]]);
    expect(marked('winnow-rule-2')).toEqual([]);
    store.setState({ site: ON_HF });
    await settle();
    expect(store.getState().rules).toEqual([there]);
    expect([marked('winnow-rule-1'), marked('winnow-rule-2')]).toEqual([[], ['Attention']]);
  });

  test('are not applied where there is no page with papers, and are when there is', async () => {
    await open([], { site: null });
    await setRules(ATTENTION);
    expect(store.getState().rules).toEqual([]);
    const rows = [rowOf(A, 'Attention')];
    store.setState({ site: ON_ARXIV, rows });
    marking.onRead(rows);
    await settle();
    expect(store.getState().rules).toEqual([ATTENTION]);
    expect(hits()).toEqual([[A, [0]]]);
  });

  test('that are edited go on muting what they mute meanwhile', async () => {
    const row = rowOf(A, 'Attention');
    const mute = { ...ATTENTION, action: 'mute' } as const;
    await open([row]);
    await setRules(mute);
    const visibilities = new Set<string>();
    const unsubscribe = store.subscribe((state) => visibilities.add(visibilityIn(state, row).as));
    await setRules(OFF, makeRule(7, { terms: ['other'] }), { ...mute, terms: ['attention', 'x'] });
    unsubscribe();
    expect(store.getState().rules).toHaveLength(2);
    expect([...visibilities]).toEqual(['line']);
  });

  test('hit all rows of a long page, and mark those near what is seen as it is scrolled', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => rowOf(idOf(index + 1), 'Attention'));
    FakeIntersections.isNear = (element) =>
      rows.findIndex((row) => row.elements[0] === element) < 25;
    await open(rows);
    await setRules(ATTENTION);
    expect(store.getState().hits.size).toBe(60);
    expect(marked('winnow-rule-1')).toHaveLength(25);
    const last = rows[59]?.elements[0];
    FakeIntersections.isNear = (element) => element === last;
    await vi.waitFor(() => {
      FakeIntersections.lookAgain();
      expect([...(highlights.get('winnow-rule-1') ?? [])].map(rowIn)).toEqual([last]);
    });
  });

  test('mark first what is shown first', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => rowOf(idOf(index + 1), `Title ${index}`));
    FakeIntersections.isNear = () => false;
    await open(rows);
    marking.setFilter('title 57');
    expect(marked('winnow-filter'), 'in the same frame').toEqual(['Title', '57']);
  });

  test('that are gone leave no hits and no marks', async () => {
    await open([rowOf(A, 'Attention')]);
    await setRules(ATTENTION);
    await setRules();
    expect(store.getState()).toMatchObject({ rules: [], hits: new Map() });
    expect(marked('winnow-rule-1')).toEqual([]);
  });

  test('apply to rows that come, and no more to those that go', async () => {
    const [first, second] = [rowOf(A, 'Attention'), rowOf(B, 'More attention')];
    await open([first]);
    await setRules(ATTENTION);
    store.setState({ rows: [second] });
    marking.onRead([second]);
    await settle();
    expect(hits()).toEqual([[B, [0]]]);
    expect(marked('winnow-rule-1')).toEqual(['attention']);
  });

  test('are looked for again in a row whose texts changed', async () => {
    let abstract: string | null = null;
    const row: Row = {
      ...rowOf(A, 'Attention'),
      read: () => makePaper({ id: A, title: 'Attention', abstract }),
    };
    await open([row]);
    await setRules(ATTENTION);
    abstract = 'On attention.';
    row.elements[0].insertAdjacentHTML('beforeend', `<p>${abstract}</p>`);
    marking.onRead([row]);
    await settle();
    expect(marked('winnow-rule-1')).toEqual(['Attention', 'attention']);
  });

  test('hit what abstracts that came say', async () => {
    await open([rowOf(A, 'Graphs'), rowOf(B, 'Attention')]);
    await setRules(ATTENTION);
    store.setState({ abstracts: { [A]: 'We pay attention.' } });
    marking.onLearned();
    await settle();
    expect(hits()).toEqual([
      [A, [0]],
      [B, [0]],
    ]);
  });
});

describe('a text that rows do not show', () => {
  const site = makeSite({ hides: { abstract: 'all' } });
  const why = (row: Row) => store.getState().unseen.get(row)?.text;

  /** An open page with a row whose abstract is known, but not shown. */
  async function openHiding(abstract: string): Promise<Row> {
    const paper = makePaper({ id: A, title: 'Graphs', abstract });
    const row: Row = { ...rowOf(A, 'Graphs'), read: () => paper };
    await open([row], { site });
    return row;
  }

  test('is named where it matches the filter or a rule, until it no longer does', async () => {
    const row = await openHiding('About attention.');
    await setRules(ATTENTION);
    expect(why(row)).toBe('attention in the abstract');
    marking.setFilter('graphs');
    await settle();
    expect(why(row)).toBe('attention in the abstract');
    marking.setFilter('about');
    await settle();
    expect(why(row)).toBe('about, attention in the abstract');
    marking.setFilter('zebra');
    await setRules();
    expect(why(row)).toBeUndefined();
    marking.setFilter('');
    await settle();
    expect(store.getState().unseen.size).toBe(0);
  });

  test('is marked when it is unfolded, and when its passage is shown', async () => {
    const row = await openHiding('About attention.');
    await setRules(ATTENTION);
    expect(marked('winnow-rule-1')).toEqual([]);
    const unfolded = document.createElement('winnow-abstract');
    const root = unfolded.attachShadow({ mode: 'open' });
    root.innerHTML = '<p data-field="abstract">About attention.</p>';
    row.elements[0].append(unfolded);
    store.setState({ unfolded: new Set([A]) });
    await settle();
    expect(marked('winnow-rule-1')).toEqual(['attention']);
    root.innerHTML = '<p data-field="abstract">… attention.</p>';
    store.setState({ unfolded: new Set(), explained: new Set([A]) });
    await settle();
    expect(marked('winnow-rule-1')).toEqual(['attention']);
    unfolded.remove();
    store.setState({ explained: new Set() });
    await settle();
    expect(marked('winnow-rule-1')).toEqual([]);
  });
});

describe('the filter', () => {
  test('narrows the page and is marked', async () => {
    await open([rowOf(A, 'Sparse attention'), rowOf(B, 'Nothing')]);
    marking.setFilter('spar');
    await settle();
    expect([...(store.getState().matching ?? [])].map(({ id }) => id)).toEqual([A]);
    expect(marked('winnow-filter')).toEqual(['Spar']);
    marking.setFilter('');
    await settle();
    expect(store.getState().matching).toBeNull();
    expect(marked('winnow-filter')).toEqual([]);
  });

  test('applies to what is new on the page', async () => {
    const [first, second] = [rowOf(A, 'Sparse'), rowOf(C, 'Sparse as well')];
    await open([first]);
    marking.setFilter('well');
    store.setState({ rows: [first, second] });
    marking.onRead([second]);
    expect(store.getState().matching).toEqual(new Set([second]));
  });

  test('follows what is saved, and visits', async () => {
    const [first, second] = [rowOf(A, 'One'), rowOf(B, 'Two')];
    await open([first, second]);
    marking.setFilter('is:starred OR is:new');
    expect(store.getState().matching).toEqual(new Set());
    store.setState({ saved: { [A]: { ...UNDECIDED, starred: true } } });
    expect(store.getState().matching).toEqual(new Set([first]));
    store.setState({ visits: { lastVisit: 1, seen: new Set([A]) } });
    expect(store.getState().matching).toEqual(new Set([first, second]));
  });

  test('follows abstracts that came', async () => {
    const row = rowOf(A, 'One');
    await open([row]);
    marking.setFilter('theorem');
    store.setState({ abstracts: { [A]: 'A theorem.' } });
    marking.onLearned();
    expect(store.getState().matching).toEqual(new Set([row]));
  });
});

describe('the engine for regular expressions', () => {
  test('is not asked for without any, also where a rule is off or for the other site', async () => {
    await open([rowOf(A, 'Graph')], { site: ON_ARXIV });
    await setRules(ATTENTION, OFF, { ...REGEX, where: 'huggingface' });
    marking.setFilter('graph "a b" a/b');
    expect(bringEngine).not.toHaveBeenCalled();
  });

  test('is asked for by a rule, and then runs it', async () => {
    await open([rowOf(A, 'Graph attention')]);
    await setRules(ATTENTION, REGEX);
    expect(bringEngine).toHaveBeenCalled();
    expect(hits()).toEqual([[A, [0]]]);
    marking.takeEngine(re2Engine);
    await settle();
    expect(hits()).toEqual([[A, [0, 1]]]);
    expect(marked('winnow-rule-2')).toEqual(['Graph']);
    bringEngine.mockReset();
    await setRules(REGEX);
    expect(bringEngine).not.toHaveBeenCalled();
  });

  test('is asked for by the filter, and then runs it', async () => {
    const row = rowOf(A, 'Graph');
    await open([row, rowOf(B, 'Grief')]);
    marking.setFilter('/gr.ph/');
    expect(bringEngine).toHaveBeenCalled();
    expect(store.getState().matching).toBeNull();
    marking.takeEngine(re2Engine);
    await settle();
    expect(store.getState().filter.text).toBe('/gr.ph/');
    expect(store.getState().matching).toEqual(new Set([row]));
    expect(marked('winnow-filter')).toEqual(['Graph']);
  });

  test('tells which rules it refuses, until the rules change', async () => {
    await open([rowOf(A, 'Graph')]);
    marking.takeEngine(re2Engine);
    await setRules(ATTENTION, REFUSED);
    expect([...store.getState().ruleProblems.keys()]).toEqual([1]);
    await setRules(REGEX, ATTENTION);
    expect(store.getState().ruleProblems.size).toBe(0);
    await setRules(REFUSED);
    marking.setRules([]);
    expect(store.getState().ruleProblems.size, 'at once, without any').toBe(0);
  });
});

describe('remove', () => {
  test('leaves no marks, and follows nothing any more', async () => {
    await open([rowOf(A, 'Attention')]);
    await setRules(ATTENTION);
    marking.setFilter('is:starred OR attention');
    await settle();
    marking.remove();
    expect([marked('winnow-rule-1'), marked('winnow-filter')]).toEqual([[], []]);
    const { matching } = store.getState();
    store.setState({ saved: { [A]: { ...UNDECIDED, starred: true } }, site: ON_HF });
    await settle();
    expect(store.getState().matching).toBe(matching);
    expect(marked('winnow-rule-1')).toEqual([]);
  });
});
