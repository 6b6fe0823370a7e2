import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { PageUi } from '@/components/page-panel/page-ui';
import { nameKeysOnRows } from '@/components/page-panel/row-hints';
import { createControl } from '@/components/triage-row/control';
import type { PageBridge } from '@/lib/page/bridge';
import { setFilter } from '@/lib/page/narrow';
import { foldedTo, UNFOLDED } from '@/lib/page/panel-state';
import { setRevealed } from '@/lib/page/reveal';
import type { PageState, PageStore } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { UNDECIDED } from '@/lib/paper';
import type { BrowserKey } from '@/lib/protocol/browser-keys';
import { DEFAULT_KEYS, type KeySettings } from '@/lib/settings/keys';
import { recentTags } from '@/lib/settings/settings';
import type { Row } from '@/lib/sites/site';
import { actionsIn, nameOf } from '@/lib/triage/actions';
import { createDrafts } from '@/lib/triage/notes/drafts';
import { keysIn } from '../helpers/help';
import { fakeBackground } from '../helpers/messaging';
import { idOf } from '../helpers/papers';
import { makeRow, makeSite, openPage } from '../helpers/rows';
import { makeRule } from '../unit/library/commands/rules-sample';

const BROWSER_KEYS: readonly BrowserKey[] = [
  { command: '_execute_action', keys: [] },
  { command: 'star-paper', keys: ['Alt', 'Shift', 'S'] },
];

const PAPERS = 154;
const GRAPHS = 12;

let store: PageStore;
let bridge: ReturnType<typeof fakeBridge>;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  setWidth(1920);
  HTMLElement.prototype.showPopover = function () {
    this.style.display = 'block'; // jsdom has no top layer
  };
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

/** A page's first script, of which only store and panel are real; it takes the filter over. */
function fakeBridge(page: PageStore) {
  const panel = createStore(() => UNFOLDED);
  return {
    store: page,
    panel,
    foldPanel: vi.fn<PageBridge['foldPanel']>((isFolded) =>
      panel.setState((before) => foldedTo(before, isFolded)),
    ),
    setShowing: vi.fn<PageBridge['setShowing']>((some) =>
      page.setState(({ showing }) => ({ showing: { ...showing, ...some } })),
    ),
    setFilter: vi.fn<PageBridge['setFilter']>((text) => setFilter(page, text, null)),
    ui: createPageUi(),
    keys: createStore(() => DEFAULT_KEYS),
    setKeys: vi.fn<PageBridge['setKeys']>(),
    notes: { send: () => new Promise(() => undefined), drafts: createDrafts() },
    noteEnded: vi.fn<PageBridge['noteEnded']>(),
    recentTags,
    actOnLinks: vi.fn<PageBridge['actOnLinks']>(),
    closeDialog: vi.fn<PageBridge['closeDialog']>(() => page.setState({ tagging: null })),
    pressToast: vi.fn<PageBridge['pressToast']>(() => Promise.resolve()),
    change: vi.fn<PageBridge['change']>(() => Promise.resolve(null)),
    changeAll: vi.fn<PageBridge['changeAll']>(),
    undoLatest: vi.fn<PageBridge['undoLatest']>(),
    redoLatest: vi.fn<PageBridge['redoLatest']>(),
    openPapers: vi.fn<PageBridge['openPapers']>(),
    say: vi.fn<PageBridge['say']>(),
    setRevealed: vi.fn<PageBridge['setRevealed']>((rule, isRevealed) =>
      setRevealed(page, rule, isRevealed),
    ),
    jump: vi.fn<PageBridge['jump']>(),
    addRule: vi.fn<PageBridge['addRule']>(),
    setFetchAbstracts: vi.fn<PageBridge['setFetchAbstracts']>(),
    openRules: vi.fn<PageBridge['openRules']>(),
    browserKeys: vi.fn<PageBridge['browserKeys']>(() => Promise.resolve(BROWSER_KEYS)),
    openBrowserKeys: vi.fn<PageBridge['openBrowserKeys']>(),
    takeEngine: vi.fn<PageBridge['takeEngine']>(),
  } satisfies PageBridge;
}

/** 154 papers, 12 of them on graphs, and the first of those in two rows. */
function makeRows(): Row[] {
  const rows = Array.from({ length: PAPERS }, (_, n) =>
    makeRow({ id: idOf(n), title: n < GRAPHS ? `Graphs ${n}` : `Paper ${n}` }),
  );
  return [...rows, makeRow({ id: idOf(0), title: 'Graphs 0' })];
}

function open(rows: readonly Row[] = makeRows(), known: Partial<PageState> = {}): void {
  store = openPage(rows, known);
  bridge = fakeBridge(store);
  user = userEvent.setup();
  render(<PageUi bridge={bridge} />);
}

/** Gives the window another width, in px. */
function setWidth(width: number): void {
  act(() => {
    window.innerWidth = width;
    window.dispatchEvent(new Event('resize'));
  });
}

const learn = (known: Partial<PageState>) => act(() => store.setState(known));
const panel = () => screen.getByRole('region', { name: 'Winnow' });
const box = () => screen.getByRole('searchbox', { name: 'Filter this page' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** A button that opens a part of the bar, or closes it. */
const part = (name: string) => button(new RegExp(`^${name}\\b(?! all)`));
const openPart = (name: string) => user.click(part(name));
const items = () => screen.getAllByRole('menuitem', { hidden: true });
const item = (name: string) => screen.getByText(name, { selector: '[role=menuitem]' });
const statuses = () =>
  screen.getAllByRole('status', { hidden: true }).map(({ textContent }) => textContent);

/** Types a filter as it stands, without regard to user-event's own signs. */
async function type(text: string): Promise<void> {
  await user.clear(box());
  await user.click(box());
  await user.paste(text);
}

describe('the panel', () => {
  test('is a region with the counts', () => {
    open();
    learn({ saved: { [idOf(0)]: { ...UNDECIDED, starred: true } } });
    expect(panel().textContent).toContain('1 of 154 decided');
    expect(statuses()).toContain('154 papers');
  });

  test.each([false, true])(
    'says that the extension was updated, also when it was folded: %s',
    async (isFolded) => {
      open();
      act(() => bridge.foldPanel(isFolded));
      learn({ outdated: true });
      expect(
        await within(panel()).findByText('Winnow was updated. Reload this page.'),
      ).toBeTruthy();
      expect(within(panel()).getByRole('button', { name: 'Reload this page' })).toBeTruthy();
      expect(screen.queryByRole('searchbox')).toBeNull();
    },
  );

  test('says how many are new, from the second visit on', () => {
    open();
    expect(panel().textContent).not.toMatch(/\d new/);
    const seen = new Set(makeRows().map(({ id }) => id));
    seen.delete(idOf(0));
    seen.delete(idOf(1));
    learn({ visits: { lastVisit: 1, seen } });
    expect(panel().textContent).toContain('2 new');
  });

  test.each<[string, Partial<PageState>]>([
    ['a page of one paper', { site: makeSite({ kind: 'paper' }) }],
    ['a page that is none of ours', { site: null }],
    ['a page without papers', { rows: [] }],
  ])('is not on %s', (_, known) => {
    open(makeRows(), known);
    expect(screen.queryByRole('region')).toBeNull();
    learn({ site: makeSite(), rows: makeRows() });
    expect(panel()).toBeTruthy();
  });

  test('folds to a tab, and unfolds, and the keyboard stays with it', async () => {
    open();
    await user.click(button('Fold the bar'));
    expect(bridge.foldPanel).toHaveBeenLastCalledWith(true);
    expect(screen.queryByRole('searchbox')).toBeNull();
    const tab = button('Winnow: 0 of 154 decided');
    expect(within(panel()).getAllByRole('button')).toEqual([tab]);
    expect(document.activeElement).toBe(tab);
    act(() => bridge.setFilter('graphs'));
    await user.click(button('Winnow: 12 of 154 match'));
    expect(bridge.foldPanel).toHaveBeenLastCalledWith(false);
    expect(box()).toHaveProperty('value', 'graphs');
    expect(document.activeElement).toBe(button('Fold the bar'));
  });

  test('does not take the keyboard when it folds beside a side panel', () => {
    open();
    act(() => bridge.panel.setState({ besideSidePanel: 'folded' }));
    expect(button('Winnow: 0 of 154 decided')).toBeTruthy();
    expect(document.activeElement).toBe(document.body);
  });

  test('marks the moment when all is decided', () => {
    open();
    const saved = Object.fromEntries(
      makeRows().map(({ id }) => [id, { ...UNDECIDED, starred: true }]),
    );
    learn({ saved: { ...saved, [idOf(5)]: UNDECIDED } });
    const progress = screen.getByText('153 of 154 decided').parentElement;
    learn({ saved });
    expect(screen.getByText('All 154 decided').parentElement).toBe(progress);
    expect(progress?.dataset.justDone).toBeDefined();
  });

  test('that was decided before makes nothing of it', () => {
    open([makeRow({ id: idOf(1) })], { saved: { [idOf(1)]: { ...UNDECIDED, starred: true } } });
    expect(screen.getByText('The one paper is decided').parentElement?.dataset.justDone).toBe(
      undefined,
    );
  });

  test.each<[string, number[], string | RegExp]>([
    ['one twice', [1, 2, 1], 'One paper is listed twice'],
    ['two twice', [1, 2, 1, 2], '2 papers are listed twice'],
    ['one three times', [1, 1, 1], 'One paper is listed several times'],
  ])('says why there are more entries than papers: %s', (_, numbers, text) => {
    open(numbers.map((n) => makeRow({ id: idOf(n) })));
    expect(screen.getByText(text)).toBeTruthy();
  });

  test('says nothing of the kind where there are as many', () => {
    open([makeRow({ id: idOf(1) }), makeRow({ id: idOf(2) })]);
    expect(panel().textContent).not.toContain('listed');
  });

  test('has everything at any width: what does not fit is behind "More"', async () => {
    open(makeRows(), { lacking: 5, unreadable: 1, rules: [makeRule(1)], matching: new Set() });
    learn({ saved: { [idOf(1)]: { ...UNDECIDED, dismissed: true } } });
    const everything = [
      ...['1 entry could not be read and got no control.', 'Hide the rest', 'Rules', 'Show'],
      ...['Abstracts', 'None that match'],
    ];
    const isThere = (text: string) => panel().textContent?.includes(text);
    expect(everything.filter((text) => !isThere(text))).toEqual([]);
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
    for (const width of [1279, 1024, 700, 360]) {
      setWidth(width);
      await user.click(button('More'));
      expect(everything.filter((text) => !isThere(text))).toEqual([]);
      expect(button('Keyboard shortcuts')).toBeTruthy();
      await user.click(button('More'));
    }
    expect(everything.filter(isThere)).toEqual([]);
  });

  test.each([
    [1, '1 entry could not be read and got no control.'],
    [3, '3 entries could not be read and got no control.'],
  ])('says that entries could not be read: %i', (unreadable, text) => {
    open(makeRows(), { unreadable });
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe('the filter', () => {
  test('narrows the page while it is typed, and says how many match', async () => {
    open();
    await user.type(box(), 'graphs');
    expect(bridge.setFilter).toHaveBeenCalledTimes('graphs'.length);
    expect(box()).toHaveProperty('value', 'graphs');
    expect(statuses()).toContain('12 of 154 match');
  });

  test('follows what is set elsewhere, and shows all again', async () => {
    open();
    act(() => bridge.setFilter('nothing of this'));
    expect(box()).toHaveProperty('value', 'nothing of this');
    expect(statuses()).toContain('0 of 154 match');
    await user.click(button('Show all'));
    expect(bridge.setFilter).toHaveBeenLastCalledWith('');
    expect(statuses()).toContain('154 papers');
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  });

  test('says what was not understood', async () => {
    open();
    await type('(graphs');
    expect(screen.getByText(/closing "\)" is missing/)).toBeTruthy();
    await type('(graphs)');
    expect(screen.queryByText(/closing "\)" is missing/)).toBeNull();
  });

  test('Enter goes to the next match, with Shift to the previous', async () => {
    open();
    await user.type(box(), 'g{Enter}');
    expect(bridge.jump.mock.calls).toEqual([[1]]);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(bridge.jump.mock.calls).toEqual([[1], [-1]]);
  });

  test("what is typed does not reach the site's shortcuts", async () => {
    open();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await user.type(box(), 'g/?{Enter}');
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('going to matches', () => {
  test('has buttons', async () => {
    open();
    expect(screen.queryByRole('button', { name: /match$/ })).toBeNull();
    await user.type(box(), 'graphs');
    await user.click(button('Next match'));
    await user.click(button('Previous match'));
    expect(bridge.jump.mock.calls).toEqual([[1], [-1]]);
  });

  test('is there without a filter, where rules hit', () => {
    const rows = makeRows();
    open(rows);
    learn({ rules: [makeRule(1)], hits: new Map([[rows[0] as Row, [0]]]) });
    expect(button('Next match')).toBeTruthy();
  });
});

describe('what is done to all that match', () => {
  const ids = Array.from({ length: GRAPHS }, (_, n) => idOf(n));
  const choose = async (name: string) => {
    await openPart('All');
    await user.click(item(name));
  };
  const tagBox = () => screen.getByRole('combobox', { name: 'Tag for all 12', hidden: true });

  beforeEach(() => {
    open();
    act(() => bridge.setFilter('graphs'));
  });

  test('is one menu, in which nothing stands twice', async () => {
    await user.click(button('All 12 that match'));
    const names = items().map(({ textContent }) => textContent);
    expect(names).toEqual([...new Set(names)]);
    for (const name of ['Star', 'Tag…', 'Dismiss', 'Copy links']) expect(names).toContain(name);
  });

  test.each([
    ['Star', { kind: 'star', value: true }],
    ['Dismiss', { kind: 'dismiss', value: true }],
  ] as const)('%s, each paper once', async (name, change) => {
    await choose(name);
    expect(bridge.changeAll).toHaveBeenCalledExactlyOnceWith(ids, change);
  });

  test('tag, by Enter, as it will be stored', async () => {
    await choose('Tag…');
    expect(document.activeElement).toBe(tagBox());
    await user.type(tagBox(), '  to   read {Enter}');
    expect(bridge.changeAll).toHaveBeenCalledExactlyOnceWith(ids, {
      ...{ kind: 'tag', tag: 'to read', value: true },
    });
    expect(screen.queryByRole('combobox', { hidden: true })).toBeNull();
    expect(button('All 12 that match')).toBeTruthy();
  });

  test('no tag that is too long, and it says why', async () => {
    await choose('Tag…');
    await user.click(tagBox());
    await user.paste('y'.repeat(10_000));
    await user.keyboard('{Enter}');
    const alert = screen.getByRole('alert', { hidden: true });
    expect(alert.textContent).toMatch(/up to 100 characters.* 10,000/);
    expect(bridge.changeAll).not.toHaveBeenCalled();
  });

  test.each(['{Enter}', '   {Enter}', 'to read{Escape}'])('no tag by %j', async (keys) => {
    await choose('Tag…');
    await user.type(tagBox(), keys);
    expect(bridge.changeAll).not.toHaveBeenCalled();
    expect(screen.queryByRole('combobox', { hidden: true })).toBeNull();
  });

  test('a rule is made of the filter', async () => {
    await openPart('Rules');
    await user.click(screen.getByText('Save the filter as a rule'));
    expect(bridge.addRule).toHaveBeenCalledExactlyOnceWith('graphs');
  });

  test('is not possible where nothing matches', async () => {
    act(() => bridge.setFilter('nothing of this'));
    await user.click(button('None that match'));
    for (const name of ['Star', 'Tag…', 'Dismiss', 'Copy links']) {
      expect(item(name).ariaDisabled).toBe('true');
    }
  });

  test('without a filter is of what is shown, and no rule can be made of it', async () => {
    act(() => bridge.setFilter(''));
    await user.click(button('All 154 shown'));
    await user.click(item('Star'));
    expect(bridge.changeAll.mock.lastCall?.[0]).toHaveLength(PAPERS);
    await openPart('Rules');
    expect(screen.queryByText('Save the filter as a rule')).toBeNull();
  });

  test('is the same behind "More"', async () => {
    setWidth(360);
    await user.click(button('More'));
    await choose('Tag…');
    await user.type(tagBox(), 'small{Enter}');
    expect(bridge.changeAll).toHaveBeenCalledOnce();
  });
});

describe('which rows are shown', () => {
  const rows = [
    makeRow({ id: idOf(1) }),
    makeRow({ id: idOf(2) }, { section: 'cross' }),
    makeRow({ id: idOf(2) }, { section: 'cross' }),
    makeRow({ id: idOf(3) }, { section: 'replaced' }),
  ];
  const toggle = (name: RegExp) => screen.getByRole('checkbox', { name, hidden: true });

  test('kinds that the page has none of are left out', () => {
    open([makeRow()]);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  test.each([
    ['dismissed', /^Dismissed 1$/],
    ['seen', /^Seen 2$/],
    ['cross', /^Cross-lists 1$/],
    ['replaced', /^Replacements 1$/],
  ] as const)('%s can be hidden and shown again', async (kind, name) => {
    open(rows, {
      saved: { [idOf(1)]: { ...UNDECIDED, dismissed: true } },
      visits: { lastVisit: 1, seen: new Set([idOf(1), idOf(2)]) },
    });
    await openPart('Show');
    expect(screen.getByRole('group', { name: 'Show:', hidden: true })).toBeTruthy();
    expect(toggle(name)).toHaveProperty('checked', true);
    await user.click(toggle(name));
    expect(bridge.setShowing).toHaveBeenLastCalledWith({ [kind]: false });
    expect(toggle(name)).toHaveProperty('checked', false);
    expect(part('Show').textContent).toMatch(/^Show · [12] hidden/);
    await user.click(toggle(name));
    expect(bridge.setShowing).toHaveBeenLastCalledWith({ [kind]: true });
    expect(part('Show').textContent).not.toContain('hidden');
  });

  test('on a first visit none counts as seen', () => {
    open(rows, { visits: { lastVisit: null, seen: new Set([idOf(1), idOf(2)]) } });
    expect(screen.queryByRole('checkbox', { name: /^Seen/, hidden: true })).toBeNull();
  });

  test('with a filter, the rest can be left', async () => {
    open(rows);
    expect(screen.queryByRole('checkbox', { name: 'Hide the rest' })).toBeNull();
    act(() => bridge.setFilter('x'));
    await user.click(toggle(/^Hide the rest$/));
    expect(bridge.setShowing).toHaveBeenCalledExactlyOnceWith({ hidesRest: false });
    expect(toggle(/^Hide the rest$/)).toHaveProperty('checked', false);
  });
});

describe('muted rows', () => {
  const rows = [makeRow({ id: idOf(3) }), makeRow({ id: idOf(4) }), makeRow()] as const;
  const MUTES = makeRule(1, { terms: ['survey'], action: 'mute' });
  /** Says the same in the panel. */
  const ALSO = makeRule(2, { terms: ['survey'], action: 'mute', fields: ['authors'] });
  const HITS = new Map([
    [rows[0], [0]],
    [rows[1], [0]],
  ]);
  const toggles = () =>
    screen.getAllByRole('checkbox', { name: 'Muted by survey 2', hidden: true });

  test('are counted, and can be shown and folded again', async () => {
    open(rows, { rules: [MUTES, makeRule(3, { action: 'mute' })], hits: HITS });
    expect(part('Show').textContent).toMatch(/^Show · 2 hidden/);
    expect(part('Show').title).toBe('2 muted by survey');
    await openPart('Show');
    const [toggle] = toggles() as [HTMLElement];
    expect(toggle).toHaveProperty('checked', false);
    await user.click(toggle);
    expect(bridge.setRevealed).toHaveBeenLastCalledWith(MUTES.id, true);
    expect(toggle).toHaveProperty('checked', true);
    expect(part('Show').textContent).not.toContain('hidden');
    await user.click(toggle);
    expect(bridge.setRevealed).toHaveBeenLastCalledWith(MUTES.id, false);
    expect(screen.getAllByRole('checkbox', { hidden: true })).toEqual([toggle]);
  });

  test('of two rules with the same keywords are told apart', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const hits = new Map([
      [rows[0], [0, 1]],
      [rows[1], [0, 1]],
    ]);
    open(rows, { rules: [MUTES, ALSO], hits });
    await openPart('Show');
    await user.click(toggles()[1] as HTMLElement);
    expect(bridge.setRevealed).toHaveBeenLastCalledWith(ALSO.id, true);
    expect(complaint).not.toHaveBeenCalled();
  });
});

describe('rules', () => {
  const [LIGHTS, MUTES, REFUSED] = [
    makeRule(1, { terms: ['graph', 'tree', 'forest'] }),
    makeRule(2, { terms: ['survey'], action: 'mute' }),
    makeRule(3, { terms: ['a(?=b)'], mode: 'regex' }),
  ] as const;
  const listed = async () => {
    await openPart('Rules');
    const list = screen.getByRole('list', { name: 'Rules on this page', hidden: true });
    return within(list).getAllByRole('listitem', { hidden: true });
  };

  test('are listed with how many papers each hits, in words for both kinds', async () => {
    const rows = makeRows();
    open(rows, {
      rules: [LIGHTS, MUTES],
      hits: new Map([
        [rows[0] as Row, [0]],
        [rows[PAPERS] as Row, [0]], // the same paper
        [rows[1] as Row, [0]],
      ]),
    });
    expect(part('Rules').textContent).toMatch(/^Rules 2/);
    expect((await listed()).map(({ textContent }) => textContent)).toEqual([
      'graph, tree +12',
      'Mute survey0',
    ]);
  });

  test('that are refused are off, and say why', async () => {
    open(makeRows(), { rules: [LIGHTS, REFUSED], ruleProblems: new Map([[1, 'No lookahead.']]) });
    const [one, other] = await listed();
    expect(other?.textContent).toBe('a(?=b)offNo lookahead.');
    expect(one?.title).toBe('graph, tree, forest');
  });

  test.each([
    ['Edit rules', [LIGHTS]],
    ['Add keyword rules', []],
  ])('have a way to be changed: %s', async (name, rules) => {
    open(makeRows(), { rules });
    await openPart('Rules');
    await user.click(screen.getByText(name));
    expect(bridge.openRules).toHaveBeenCalledOnce();
  });
});

describe('fetching abstracts', () => {
  const toggle = () =>
    screen.getByRole('checkbox', { name: 'Fetch abstracts from arXiv', hidden: true });

  test('is offered where some are lacking, and off at first', async () => {
    open();
    expect(screen.queryByRole('button', { name: /^Abstracts/ })).toBeNull();
    learn({ lacking: 5 });
    expect(part('Abstracts').textContent).toMatch(/^Abstracts ▾$/);
    await openPart('Abstracts');
    expect(toggle()).toHaveProperty('checked', false);
    await user.click(toggle());
    expect(bridge.setFetchAbstracts).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('says how it goes', async () => {
    open(makeRows(), { lacking: 5, fetchesAbstracts: true });
    expect(part('Abstracts').textContent).toMatch(/^Abstracts · 5 missing/);
    await openPart('Abstracts');
    expect(toggle()).toHaveProperty('checked', true);
    expect(statuses().some((text) => text?.startsWith('5 on their way'))).toBe(true);
    learn({ abstractsProblem: 'arXiv is busy. Trying again in 3 s.' });
    expect(statuses()).toContain('arXiv is busy. Trying again in 3 s.');
  });
});

describe('the menu of all papers', () => {
  const openMenu = () => openPart('All');

  test('shows while it is open what can be done by now, and leaves the keyboard where it is', async () => {
    open();
    await openMenu();
    await user.keyboard('{End}{ArrowUp}');
    const undo = item('Nothing to undo');
    expect(document.activeElement).toBe(undo);
    act(() => bridge.ui.setState({ history: { undo: 'Starred Graphs 1', redo: null } }));
    expect(item('Undo: Starred Graphs 1')).toBe(undo);
    expect(document.activeElement).toBe(undo);
    act(() => bridge.setFilter('graphs'));
    await user.click(item('Star'));
    expect(bridge.changeAll.mock.lastCall?.[0]).toHaveLength(GRAPHS);
  });

  test('undoes what it names: nothing while the answer to a command is on its way', async () => {
    open();
    const background = fakeBackground();
    const triage = createPageTriage(store, bridge.ui, () => undefined);
    bridge.changeAll.mockImplementation((ids, change) => void triage.change(ids, change));
    bridge.undoLatest.mockImplementation(() => void triage.undoLatest());
    bridge.ui.setState({ history: { undo: 'Starred Graphs 1', redo: null } });
    const commands = () =>
      background.mock.calls.map(([{ winnow }]) => winnow).filter((name) => name !== 'tags');
    let answers: Promise<unknown> = Promise.resolve();
    background.mockImplementation(({ winnow }) =>
      winnow === 'tags' ? Promise.resolve({ answer: [] }) : answers,
    );

    /** Has commands answered from now on when the function that is returned is called. */
    function answerLate(undo: string | null, redo: string | null): () => Promise<void> {
      let reply: (value: unknown) => void = () => undefined;
      answers = new Promise((resolve) => {
        reply = resolve;
      });
      const answer = { ok: true, op: '', text: '', states: {}, history: { undo, redo } };
      return () => act(async () => reply({ answer }));
    }

    const saved = answerLate('Starred 154 papers', null);
    await openMenu();
    await user.click(item('Star'));
    await openMenu();
    await user.click(item('Undo: Starred Graphs 1'));
    expect(commands()).toEqual(['run']);
    await saved();
    const undone = answerLate('Starred Graphs 1', 'Starred 154 papers');
    await user.click(item('Undo: Starred 154 papers'));
    await openMenu();
    await user.click(item('Undo: Starred 154 papers'));
    expect(commands()).toEqual(['run', 'undoLatest']);
    await undone();
    expect(item('Undo: Starred Graphs 1').ariaDisabled).toBe('false');
  });
});

describe('the tag dialog of a row', () => {
  beforeEach(() => {
    fakeBackground().mockResolvedValue({ answer: ['attention', 'to read'] });
  });

  afterEach(() => document.body.replaceChildren());

  test('opens for the paper that asked, knows the tags in use, and changes it', async () => {
    open();
    const control = createControl('Graphs 1', 'inline');
    document.body.append(control);
    await act(async () => store.setState({ tagging: { id: idOf(1), control, part: 'tags' } }));
    const dialog = screen.getByRole('dialog', { hidden: true });
    expect(dialog.getAttribute('aria-label')).toBe('Tags: Graphs 1');
    const input = within(dialog).getByRole('combobox', { name: 'Add tag', hidden: true });
    await user.type(input, 'to{ArrowDown}{Enter}');
    expect(bridge.change).toHaveBeenCalledExactlyOnceWith(idOf(1), {
      ...{ kind: 'tag', tag: 'to read', value: true },
    });
    await user.type(input, '{Escape}');
    expect(store.getState().tagging).toBeNull();
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
  });
});

test('the help tells of every action of a page and its keys as they are', async () => {
  open();
  const keys = { ...DEFAULT_KEYS.keys, star: ['f'], next: [] };
  act(() => bridge.keys.setState({ ...DEFAULT_KEYS, keys }));
  await user.click(button('Keyboard shortcuts'));
  const told = keysIn(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  expect(told).toMatchObject({ Star: 'F', 'Next paper': 'off', 'Filter this page': '/' });
  expect(Object.keys(told)).toEqual(actionsIn('page').map((action) => nameOf(action, 'page')));
});

test('the help tells the keys that the browser has given, and which it has not', async () => {
  open();
  await user.click(button('Keyboard shortcuts'));
  const help = within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  const keysOf = (text: string) => help.getByText(text).nextElementSibling?.textContent;
  expect(await help.findByRole('heading', { name: 'Everywhere in the browser' })).toBeTruthy();
  expect(keysOf('Star the paper that is open, or take its star')).toBe('AltShiftS');
  expect(keysOf('Open Winnow')).toBe('not set');
  await user.click(help.getByRole('button', { name: 'Change in the browser' }));
  expect(bridge.openBrowserKeys).toHaveBeenCalledOnce();
});

test('where the background does not answer, the help has the keys of the page alone', async () => {
  open();
  bridge.browserKeys.mockResolvedValue([]);
  await user.click(button('Keyboard shortcuts'));
  await act(async () => bridge.browserKeys.mock.results[0]?.value);
  expect(screen.queryByText('Everywhere in the browser')).toBeNull();
});

test('tooltips name the keys of their actions, as they are', async () => {
  open();
  expect(box().title).toBe('Filter this page (/)');
  expect(button('Keyboard shortcuts').title).toBe('Keyboard shortcuts (?)');
  const keys = { ...DEFAULT_KEYS.keys, help: ['z'], undo: ['y'] };
  act(() => bridge.keys.setState({ ...DEFAULT_KEYS, keys }));
  expect(button('Keyboard shortcuts').title).toBe('Keyboard shortcuts (Z)');
  await user.click(button(/^All/));
  expect(items().map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Undo (Y)', 'Redo (Shift U)']),
  );
  act(() => bridge.keys.setState({ ...DEFAULT_KEYS, isOn: false }));
  expect(button('Keyboard shortcuts').title).toBe('Keyboard shortcuts');
});

test('buttons on rows name their keys when they are pointed at', () => {
  const control = createControl('Graphs 1', 'inline');
  document.body.append(control);
  const keys = createStore<KeySettings>(() => DEFAULT_KEYS);
  nameKeysOnRows(document, keys); // of a script that the extension has left behind
  nameKeysOnRows(document, keys);
  const titles = () =>
    within(control)
      .getAllByRole('button')
      .map((one) => {
        fireEvent(one, new Event('pointerover', { bubbles: true, composed: true }));
        return one.title;
      });
  expect(titles()).toEqual(['Star (S)', 'Tags (T)', 'Dismiss (X)']);
  keys.setState({ ...DEFAULT_KEYS, keys: { ...DEFAULT_KEYS.keys, star: ['f'], tag: [] } });
  expect(titles()).toEqual(['Star (F)', 'Tags', 'Dismiss (X)']);
  keys.setState({ ...DEFAULT_KEYS, isOn: false });
  expect(titles()).toEqual(['Star', 'Tags', 'Dismiss']);
  control.remove();
});
