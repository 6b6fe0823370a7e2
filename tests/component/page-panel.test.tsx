import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { PageUi } from '@/components/page-panel/page-ui';
import { createControl } from '@/components/triage-row/control';
import type { PageBridge } from '@/lib/page/bridge';
import { setFilter } from '@/lib/page/narrow';
import type { PageState, PageStore } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { UNDECIDED } from '@/lib/paper';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { PANEL_PLACE } from '@/lib/settings/panel-place';
import { recentTags } from '@/lib/settings/settings';
import { SHOW_ALL } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import { actionsIn, nameOf } from '@/lib/triage/actions';
import { createDrafts } from '@/lib/triage/notes/drafts';
import { keysIn } from '../helpers/help';
import { fakeBackground } from '../helpers/messaging';
import { idOf } from '../helpers/papers';
import { makeRow, makeSite, openPage } from '../helpers/rows';
import { makeRule } from '../unit/library/commands/rules-sample';

const PAPERS = 154;
const GRAPHS = 12;

let store: PageStore;
let bridge: ReturnType<typeof fakeBridge>;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => {}; // jsdom has no top layer
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

/** A page's first script, of which only store and panel are real; it takes the filter over. */
function fakeBridge(page: PageStore) {
  const panel = createStore(() => PANEL_PLACE);
  return {
    store: page,
    panel,
    setPanel: vi.fn<PageBridge['setPanel']>((place) => panel.setState(place)),
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
    closeDialog: vi.fn<PageBridge['closeDialog']>(() => page.setState({ tagging: null })),
    pressToast: vi.fn<PageBridge['pressToast']>(() => Promise.resolve()),
    change: vi.fn<PageBridge['change']>(() => Promise.resolve(null)),
    changeAll: vi.fn<PageBridge['changeAll']>(),
    undoLatest: vi.fn<PageBridge['undoLatest']>(),
    redoLatest: vi.fn<PageBridge['redoLatest']>(),
    openPapers: vi.fn<PageBridge['openPapers']>(),
    say: vi.fn<PageBridge['say']>(),
    reveal: vi.fn<PageBridge['reveal']>(),
    jump: vi.fn<PageBridge['jump']>(),
    addRule: vi.fn<PageBridge['addRule']>(),
    setFetchAbstracts: vi.fn<PageBridge['setFetchAbstracts']>(),
    openRules: vi.fn<PageBridge['openRules']>(),
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

const learn = (known: Partial<PageState>) => act(() => store.setState(known));
const panel = () => screen.getByRole('region', { name: 'Winnow' });
const box = () => screen.getByRole('searchbox', { name: 'Filter this page' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const statuses = () => screen.getAllByRole('status').map(({ textContent }) => textContent);

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

  test('collapses to a handle, and expands', async () => {
    open();
    await user.click(button('Collapse panel'));
    expect(bridge.setPanel).toHaveBeenLastCalledWith({ isCollapsed: true });
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(within(panel()).getAllByRole('button')).toEqual([button('Winnow 154')]);
    act(() => bridge.setFilter('graphs'));
    await user.click(button('Winnow 12/154'));
    expect(bridge.setPanel).toHaveBeenLastCalledWith({ isCollapsed: false });
    expect(box()).toHaveProperty('value', 'graphs');
  });

  test('goes around all corners', async () => {
    open();
    const corners = new Set<string | undefined>();
    for (let n = 0; n < 4; n += 1) {
      corners.add(panel().dataset.corner);
      await user.click(button('Move panel'));
    }
    expect([...corners].sort()).toEqual([
      ...['bottom-left', 'bottom-right', 'top-left', 'top-right'],
    ]);
    expect(panel().dataset.corner).toBe(PANEL_PLACE.corner);
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

  beforeEach(() => {
    open();
    act(() => bridge.setFilter('graphs'));
  });

  test('star, each paper once', async () => {
    await user.click(button('Star all 12'));
    expect(bridge.changeAll).toHaveBeenCalledExactlyOnceWith(ids, { kind: 'star', value: true });
  });

  test('tag, by Enter, as it will be stored', async () => {
    await user.click(button('Tag all…'));
    const tag = screen.getByRole('combobox', { name: 'Tag for all 12' });
    expect(document.activeElement).toBe(tag);
    await user.type(tag, '  to   read {Enter}');
    expect(bridge.changeAll).toHaveBeenCalledExactlyOnceWith(ids, {
      ...{ kind: 'tag', tag: 'to read', value: true },
    });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(button('Tag all…')).toBeTruthy();
  });

  test('no tag that is too long, and it says why', async () => {
    await user.click(button('Tag all…'));
    await user.click(screen.getByRole('combobox'));
    await user.paste('y'.repeat(10_000));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toMatch(/up to 100 characters.* 10000/);
    expect(bridge.changeAll).not.toHaveBeenCalled();
  });

  test.each(['{Enter}', '   {Enter}', 'to read{Escape}'])('no tag by %j', async (keys) => {
    await user.click(button('Tag all…'));
    await user.type(screen.getByRole('combobox'), keys);
    expect(bridge.changeAll).not.toHaveBeenCalled();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('a rule is made of the filter', async () => {
    await user.click(button('Save as rule'));
    expect(bridge.addRule).toHaveBeenCalledExactlyOnceWith('graphs');
  });

  test('is not offered where nothing matches, or nothing is looked for', () => {
    for (const text of ['nothing of this', '']) {
      act(() => bridge.setFilter(text));
      expect(screen.queryByRole('button', { name: /^(Star|Tag) all|^Save/ })).toBeNull();
    }
  });
});

describe('which rows are shown', () => {
  const rows = [
    makeRow({ id: idOf(1) }),
    makeRow({ id: idOf(2) }, { section: 'cross' }),
    makeRow({ id: idOf(2) }, { section: 'cross' }),
    makeRow({ id: idOf(3) }, { section: 'replaced' }),
  ];
  const toggle = (name: RegExp) => screen.getByRole('checkbox', { name });

  test('kinds that the page has none of are left out', () => {
    open([makeRow()]);
    expect(screen.queryByRole('checkbox')).toBeNull();
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
    expect(toggle(name)).toHaveProperty('checked', true);
    await user.click(toggle(name));
    expect(bridge.setShowing).toHaveBeenLastCalledWith({ [kind]: false });
    expect(toggle(name)).toHaveProperty('checked', false);
    await user.click(toggle(name));
    expect(bridge.setShowing).toHaveBeenLastCalledWith({ [kind]: true });
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

describe('hidden rows', () => {
  const rows = [
    makeRow({ id: idOf(1) }, { section: 'cross' }),
    makeRow({ id: idOf(2) }, { section: 'cross' }),
    makeRow({ id: idOf(1) }, { section: 'cross' }),
    makeRow({ id: idOf(3) }),
    makeRow({ id: idOf(4) }),
  ] as const;
  const MUTES = makeRule(1, { terms: ['survey'], action: 'mute' });
  /** Says the same in the panel. */
  const ALSO = makeRule(2, { terms: ['survey'], action: 'mute', fields: ['authors'] });
  const listed = () =>
    within(screen.getByRole('list', { name: 'Hidden rows' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replace(/Show$/, ''));

  test('are summed by reason, and each can be shown', async () => {
    open(rows, {
      showing: { ...SHOW_ALL, cross: false },
      rules: [MUTES],
      hits: new Map([[rows[3], [0]]]),
    });
    expect(listed()).toEqual(['2 cross-listed', '1 muted by survey']);
    await user.click(button('Show what is cross-listed'));
    expect(bridge.reveal).toHaveBeenLastCalledWith({ kind: 'cross' });
    await user.click(button('Show what is muted by survey'));
    expect(bridge.reveal).toHaveBeenLastCalledWith({ kind: 'muted', rule: MUTES.id });
  });

  test('of two rules with the same keywords are told apart', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const hits = new Map([
      [rows[3], [0]],
      [rows[4], [1]],
    ]);
    open(rows, { rules: [MUTES, ALSO], hits });
    expect(listed()).toEqual(['1 muted by survey', '1 muted by survey']);
    const [, second] = screen.getAllByRole('button', { name: 'Show what is muted by survey' });
    await user.click(second as HTMLElement);
    expect(bridge.reveal).toHaveBeenLastCalledWith({ kind: 'muted', rule: ALSO.id });
    expect(complaint).not.toHaveBeenCalled();
  });

  test('are not spoken of where there are none', () => {
    open(rows);
    expect(screen.queryByRole('list', { name: 'Hidden rows' })).toBeNull();
  });
});

describe('rules', () => {
  const [LIGHTS, MUTES, REFUSED] = [
    makeRule(1, { terms: ['graph', 'tree', 'forest'] }),
    makeRule(2, { terms: ['survey'], action: 'mute' }),
    makeRule(3, { terms: ['a(?=b)'], mode: 'regex' }),
  ] as const;
  const listed = () =>
    within(screen.getByRole('list', { name: 'Rules on this page' })).getAllByRole('listitem');

  test('are listed with how many papers each hits, in words for both kinds', () => {
    const rows = makeRows();
    open(rows, {
      rules: [LIGHTS, MUTES],
      hits: new Map([
        [rows[0] as Row, [0]],
        [rows[PAPERS] as Row, [0]], // the same paper
        [rows[1] as Row, [0]],
      ]),
    });
    expect(listed().map(({ textContent }) => textContent)).toEqual([
      'graph, tree +12',
      'Mute survey0',
    ]);
  });

  test('that are refused are off, and say why', () => {
    open(makeRows(), { rules: [LIGHTS, REFUSED], ruleProblems: new Map([[1, 'No lookahead.']]) });
    expect(listed()[1]?.textContent).toBe('a(?=b)offNo lookahead.');
    expect(listed()[0]?.title).toBe('graph, tree, forest');
  });

  test.each([
    ['Edit rules', [LIGHTS]],
    ['Add keyword rules', []],
  ])('have a way to be changed: %s', async (name, rules) => {
    open(makeRows(), { rules });
    await user.click(button(name));
    expect(bridge.openRules).toHaveBeenCalledOnce();
  });
});

describe('fetching abstracts', () => {
  const toggle = () => screen.getByRole('checkbox', { name: 'Fetch abstracts from arXiv' });

  test('is offered where some are lacking, and off at first', async () => {
    open();
    expect(screen.queryByRole('checkbox')).toBeNull();
    learn({ lacking: 5 });
    expect(toggle()).toHaveProperty('checked', false);
    await user.click(toggle());
    expect(bridge.setFetchAbstracts).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('says how it goes', () => {
    open(makeRows(), { lacking: 5, fetchesAbstracts: true });
    expect(toggle()).toHaveProperty('checked', true);
    expect(statuses().some((text) => text?.startsWith('5 on their way'))).toBe(true);
    learn({ abstractsProblem: 'arXiv is busy. Trying again in 3 s.' });
    expect(statuses()).toContain('arXiv is busy. Trying again in 3 s.');
  });
});

describe('the menu of the whole page', () => {
  const item = (name: string) => screen.getByText(name, { selector: '[role=menuitem]' });
  const openMenu = () => user.click(screen.getByText('Whole page'));

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
    await user.click(item('Star all 12 that match'));
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
    await user.click(item('Star all 154 shown'));
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
