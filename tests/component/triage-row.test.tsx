import { readFileSync } from 'node:fs';
import { getByRole, queryAllByRole, queryAllByText } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isControl } from '@/components/triage-row/row-control';
import { mountRows, type RowsView } from '@/components/triage-row/rows';
import { setFilter } from '@/lib/page/narrow';
import { createPageStore, type PageState, type PageStore } from '@/lib/page/store';
import { type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import { SHOW_ALL } from '@/lib/settings/showing';
import { CONTROL_TAG, EXTRAS_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import { idOf, makePaper } from '../helpers/papers';
import { makeRow, makeSite } from '../helpers/rows';
import { makeRule } from '../unit/library/commands/rules-sample';

const PAGE_CSS = readFileSync('components/triage-row/page.css', 'utf8');
const TITLE = 'Bounds on $\\ell_2$';
const HOSTILE = '"><img src=x onerror="hacked()"><script>hacked()</script>{{1}} `';

let store: PageStore;
let view: RowsView;
let rows: Row[];
let textBefore: string;
let htmlBefore: string;
const onAction = vi.fn<Parameters<typeof mountRows>[2]>();

/** An entry as on an arXiv list: a `dt` with links, and a `dd`, before which there is free space. */
function listRow(list: HTMLElement, id: PaperId, title: string): Row {
  const term = document.createElement('dt');
  term.innerHTML = '<a href="/abs/1">arXiv:1</a> <a href="/pdf/1">pdf</a>';
  const description = document.createElement('dd');
  description.append(document.createElement('div'));
  (description.firstElementChild as HTMLElement).textContent = title;
  list.append(term, description);
  const anchor = { element: term, place: 'inside' } as const;
  return makeRow({ id, title }, { elements: [term, description], anchor, gutter: description });
}

/** An entry as on Hugging Face: a card with a heading, and the control as its last block. */
function cardRow(parent: HTMLElement, id: PaperId, title: string): Row {
  const card = document.createElement('article');
  card.innerHTML = '<h3></h3><p>By A. Ada</p>';
  (card.firstElementChild as HTMLElement).textContent = title;
  parent.append(card);
  const anchor = { element: card, place: 'inside' } as const;
  return makeRow({ id, title }, { elements: [card], anchor });
}

/** A page of one paper: the control goes after its heading. */
function headingRow(parent: HTMLElement, id: PaperId, title: string): Row {
  const heading = document.createElement('h1');
  heading.textContent = title;
  const box = document.createElement('div');
  box.append(heading, 'The rest.');
  parent.append(box);
  return makeRow({ id, title }, { elements: [box], anchor: { element: heading, place: 'after' } });
}

beforeEach(async () => {
  onAction.mockReset();
  document.head.innerHTML = `<style>${PAGE_CSS}</style>`;
  document.body.innerHTML = '<dl></dl><section></section>';
  const list = document.querySelector('dl') as HTMLElement;
  const cards = document.querySelector('section') as HTMLElement;
  rows = [
    listRow(list, idOf(1), TITLE),
    listRow(list, idOf(2), HOSTILE),
    cardRow(cards, idOf(1), 'Bounds on l2'),
    headingRow(cards, idOf(3), 'A heading'),
  ];
  textBefore = document.body.textContent ?? '';
  htmlBefore = document.body.innerHTML;
  await show(rows);
});

afterEach(() => view.remove());

/** Opens a page with these rows. */
async function show(shown: Row[], site = makeSite()): Promise<void> {
  store = createPageStore();
  view = mountRows(document, store, onAction);
  store.setState({ site, rows: shown });
  await attach();
}

/** Puts controls on the store's rows, which may take more than one slice. */
async function attach(): Promise<void> {
  view.attach();
  await vi.waitFor(() => {
    for (const row of store.getState().rows) expect(controlsIn(row)).not.toEqual([]);
  });
}

function controlsIn({ elements }: Row): Element[] {
  return elements.flatMap((element) => [...element.querySelectorAll(CONTROL_TAG)]);
}

function narrow(text: string): void {
  setFilter(store, text, null);
}

function decide(id: PaperId, state: Partial<TriageState>): void {
  store.setState(({ saved }) => ({ saved: { ...saved, [id]: { ...UNDECIDED, ...state } } }));
}

/** Stands for the n-th row's control as a user meets it: its buttons, and what is said beside them. */
function control(index: number) {
  const row = rows[index] as Row;
  const [host, ...others] = controlsIn(row);
  expect(others, 'one control a row').toEqual([]);
  if (!host) throw new Error(`Row ${index} has no control.`);
  const extras = row.elements.flatMap((element) => [...element.querySelectorAll(EXTRAS_TAG)]);
  const roots = [host, ...extras.map(({ shadowRoot }) => shadowRoot)] as HTMLElement[];
  const byRole = (...args: Rest<typeof queryAllByRole>) =>
    roots.flatMap((root) => queryAllByRole(root, ...args));
  const byText = (...args: Rest<typeof queryAllByText>) =>
    roots.flatMap((root) => queryAllByText(root, ...args));
  return {
    getAllByRole: byRole,
    getAllByText: byText,
    getByRole: (...args: Rest<typeof queryAllByRole>) => only(byRole(...args)),
    getByText: (...args: Rest<typeof queryAllByText>) => only(byText(...args)),
    queryByRole: (...args: Rest<typeof queryAllByRole>) => byRole(...args)[0] ?? null,
    queryByText: (...args: Rest<typeof queryAllByText>) => byText(...args)[0] ?? null,
  };
}

type Rest<F> = F extends (root: HTMLElement, ...args: infer Args) => unknown ? Args : never;

function only([found, ...others]: HTMLElement[]): HTMLElement {
  expect(others).toEqual([]);
  if (!found) throw new Error('It is not there.');
  return found;
}

function pressed(index: number, name: RegExp): string | null {
  return control(index).getByRole('button', { name }).getAttribute('aria-pressed');
}

const isHidden = (element: Element) => getComputedStyle(element).display === 'none';

describe('a control', () => {
  test.each([0, 1, 2, 3])('has a star, tags and dismiss for its paper: row %i', (index) => {
    const { title } = rows[index] as Row;
    const buttons = control(index).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      `Star: ${title}`,
      `Tags: ${title}`,
      `Dismiss: ${title}`,
    ]);
    expect(pressed(index, /^Star: /)).toBe('false');
    expect(pressed(index, /^Dismiss: /)).toBe('false');
    const tags = control(index).getByRole('button', { name: `Tags: ${title}` });
    expect(tags.getAttribute('aria-haspopup')).toBe('dialog');
    expect(tags.hasAttribute('aria-pressed')).toBe(false);
  });

  test('stands where the site says: before or in the row, or after its heading', () => {
    const [first, , card, page] = rows as [Row, Row, Row, Row];
    expect(first.elements[1]?.firstElementChild, 'in the gutter').toSatisfy(isControl);
    expect(card.elements[0].lastElementChild).toSatisfy(isControl);
    expect(page.elements[0].querySelector('h1')?.nextElementSibling).toSatisfy(isControl);
  });

  test('says star and dismiss by being pressed, under the same names', () => {
    decide(idOf(1), { starred: true });
    expect(pressed(0, /^Star: Bounds/)).toBe('true');
    decide(idOf(1), { dismissed: true });
    expect(pressed(0, /^Star: Bounds/)).toBe('false');
    expect(pressed(0, /^Dismiss: Bounds/)).toBe('true');
  });

  test('shows the tags', () => {
    decide(idOf(1), { tags: ['attention', HOSTILE] });
    expect(control(0).getByText('attention')).toBeTruthy();
    expect(control(0).getByText(HOSTILE)).toBeTruthy();
    decide(idOf(1), { tags: [] });
    expect(control(0).queryByText('attention')).toBeNull();
  });

  test('shows the first of many tags and how many more there are, but all on its own page', async () => {
    const tags = Array.from({ length: 60 }, (_, n) => `tag ${n}`);
    decide(idOf(1), { tags });
    expect(control(0).getAllByText(/^tag /)).toHaveLength(8);
    expect(control(0).getByText('+52').title).toContain('tag 59');
    decide(idOf(1), { tags, dismissed: true });
    expect(control(0).getAllByText(/^tag /), 'one line').toHaveLength(2);
    view.remove();
    await show(rows, makeSite({ kind: 'paper' }));
    decide(idOf(1), { tags });
    expect(control(0).getAllByText(/^tag /)).toHaveLength(60);
  });

  test('of the same paper in another row follows, of other papers not', () => {
    decide(idOf(1), { starred: true, tags: ['a'] });
    expect(pressed(2, /^Star/)).toBe('true');
    expect(control(2).getByText('a')).toBeTruthy();
    expect(pressed(1, /^Star/)).toBe('false');
    expect(control(1).queryByText('a')).toBeNull();
  });

  test('shows a change at once, and says after a while that it is not saved yet', () => {
    const change = { kind: 'star', value: true } as const;
    store.setState({ pending: [{ op: crypto.randomUUID(), ids: new Set([idOf(1)]), change }] });
    expect(pressed(0, /^Star/)).toBe('true');
    expect(control(0).queryByText('Not saved yet…')).toBeNull();
    store.setState({
      pending: [{ op: crypto.randomUUID(), ids: new Set([idOf(1)]), change, isLate: true }],
    });
    expect(control(0).getByText('Not saved yet…')).toBeTruthy();
    store.setState({ pending: [] });
    expect(pressed(0, /^Star/)).toBe('false');
    expect(control(0).queryByText('Not saved yet…')).toBeNull();
  });

  test('says why a change was not saved, loudly', () => {
    store.setState({ failures: { [idOf(1)]: 'The disk is full.' } });
    expect(control(0).getByRole('alert').textContent).toBe('Not saved. The disk is full.');
    expect(control(1).queryByRole('alert')).toBeNull();
    store.setState({ failures: {} });
    expect(control(0).queryByRole('alert')).toBeNull();
  });

  test('says to reload the page when Winnow was updated', () => {
    store.setState({ outdated: true });
    for (const index of rows.keys())
      expect(control(index).getByText(/Reload this page/)).toBeTruthy();
  });
});

describe('a click', () => {
  test.each([
    ['star', /^Star/],
    ['tags', /^Tags/],
    ['dismiss', /^Dismiss/],
  ] as const)('on %s asks for it, for this paper', async (action, name) => {
    const onPage = vi.fn();
    document.body.addEventListener('click', onPage);
    await userEvent.click(control(1).getByRole('button', { name }));
    const host = rows[1]?.elements[1]?.querySelector(CONTROL_TAG);
    expect(onAction).toHaveBeenCalledExactlyOnceWith({ action, id: idOf(2), host });
    expect(onPage, 'the page hears nothing of it').not.toHaveBeenCalled();
    document.body.removeEventListener('click', onPage);
  });

  test('works from the keyboard', async () => {
    const star = control(0).getByRole('button', { name: /^Star/ });
    star.focus();
    await userEvent.keyboard('{Enter}');
    expect(onAction).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ action: 'star' }));
  });

  test('elsewhere on the page is left to the page', () => {
    const link = document.querySelector('a') as HTMLElement;
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    const onPage = vi.fn((event: Event) => event.preventDefault());
    document.body.addEventListener('click', onPage);
    link.dispatchEvent(click);
    expect(onPage).toHaveBeenCalledOnce();
    expect(onAction).not.toHaveBeenCalled();
    document.body.removeEventListener('click', onPage);
  });

  test("on a button that the page made to look like Winnow's does nothing", () => {
    document.body.insertAdjacentHTML('beforeend', '<button data-action="star">x</button>');
    (document.body.lastElementChild as HTMLElement).click();
    const forged = document.createElement(CONTROL_TAG);
    const root = forged.attachShadow({ mode: 'open' });
    root.innerHTML = '<button data-action="star">x</button>';
    document.body.append(forged);
    root.querySelector('button')?.click();
    expect(onAction).not.toHaveBeenCalled();
  });
});

describe('the focus', () => {
  // A browser takes the focus from what is moved, which jsdom does not; so this looks for moving.
  test.each<[string, Partial<TriageState>]>([
    ['a star', { starred: true, tags: ['old'] }],
    ['a tag', { tags: ['a'] }],
    ['a dismissed row', { dismissed: true }],
  ])('stays on its button when %s is shown', (_, state) => {
    decide(idOf(1), { tags: ['old'] });
    const star = control(0).getByRole('button', { name: /^Star/ });
    star.focus();
    const watching = new MutationObserver(() => undefined);
    watching.observe(star.getRootNode(), { childList: true, subtree: true });
    decide(idOf(1), state);
    const moved = watching.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]);
    watching.disconnect();
    expect(moved).not.toContain(star);
  });
});

describe('a dismissed row', () => {
  test('of a list collapses to one line with its title and "Undo"', async () => {
    decide(idOf(2), { dismissed: true });
    const [term, description] = (rows[1] as Row).elements;
    expect(isHidden(term)).toBe(false);
    const shown = [...(description?.children ?? [])].filter((element) => !isHidden(element));
    expect(shown.length).toBeGreaterThan(0);
    for (const element of shown) expect(element).toSatisfy(isControl);
    expect(control(1).getByText(HOSTILE)).toBeTruthy();
    await userEvent.click(control(1).getByRole('button', { name: `Undo: ${HOSTILE}` }));
    expect(onAction).toHaveBeenCalledWith(expect.objectContaining({ action: 'undo', id: idOf(2) }));
  });

  test('of one element keeps nothing but its control', () => {
    decide(idOf(1), { dismissed: true });
    const card = (rows[2] as Row).elements[0];
    expect(isHidden(card)).toBe(false);
    const shown = [...card.children].filter((element) => !isHidden(element));
    expect(shown).toEqual([card.querySelector(CONTROL_TAG)]);
  });

  test('comes back whole', () => {
    decide(idOf(1), { dismissed: true });
    decide(idOf(1), {});
    for (const element of rows.flatMap((row) => row.elements))
      expect(isHidden(element)).toBe(false);
    expect(control(0).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test("is not collapsed on a paper's own page", async () => {
    view.remove();
    await show(rows, makeSite({ kind: 'paper' }));
    decide(idOf(1), { dismissed: true });
    expect(pressed(0, /^Dismiss/)).toBe('true');
    for (const element of (rows[0] as Row).elements) expect(isHidden(element)).toBe(false);
    expect(control(0).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

describe('the filter', () => {
  test('hides the rows that do not match, until it is taken back', () => {
    narrow('bounds');
    const hidden = rows.map(({ elements }) => elements.every(isHidden));
    expect(hidden).toEqual([false, true, false, true]);
    narrow('');
    expect(rows.some(({ elements }) => elements.some(isHidden))).toBe(false);
  });
});

/** The words that `page.css` goes by, of all elements of a row. */
function marks(index: number): string[][] {
  const { elements } = rows[index] as Row;
  return elements.map((element) => element.getAttribute('data-winnow')?.split(' ') ?? []);
}

describe('the marks of a row', () => {
  test.each<[string, Partial<TriageState>, number, string[][]]>([
    ['undecided', {}, 0, [[], []]],
    ['starred', { starred: true }, 0, [['starred'], ['starred']]],
    ['dismissed', { dismissed: true }, 0, [['line'], ['line', 'collapsed']]],
    [
      'starred and dismissed',
      { starred: true, dismissed: true },
      0,
      [
        ['starred', 'line'],
        ['starred', 'line', 'collapsed'],
      ],
    ],
    ['a starred card', { starred: true }, 2, [['starred']]],
    ['a dismissed card', { dismissed: true }, 2, [['line', 'collapsed']]],
  ])('%s', (_, state, index, expected) => {
    decide(idOf(1), state);
    expect(marks(index)).toEqual(expected);
  });

  test('that does not match say that it is hidden, beside all else', () => {
    decide(idOf(1), { starred: true });
    narrow('nothing');
    expect(marks(0)).toEqual([
      ['starred', 'hidden'],
      ['starred', 'hidden'],
    ]);
    expect(marks(2)).toEqual([['starred', 'hidden']]);
    narrow('');
    expect(marks(0)).toEqual([['starred'], ['starred']]);
  });

  test('spare the part of a dismissed row that holds its control', async () => {
    view.remove();
    const list = document.querySelector('section') as HTMLElement;
    list.innerHTML = '<li><div><p>arXiv:1</p></div><p class="title">A result</p></li>';
    const item = list.querySelector('li') as HTMLElement;
    const [part, title] = [item.children[0], item.children[1]] as [HTMLElement, HTMLElement];
    const anchor = { element: part.firstElementChild as HTMLElement, place: 'inside' } as const;
    rows = [makeRow({ id: idOf(1), title: 'A result' }, { elements: [item], anchor })];
    const before = list.innerHTML;
    await show(rows);
    decide(idOf(1), { dismissed: true });
    expect([isHidden(part), isHidden(title)]).toEqual([false, true]);
    decide(idOf(1), {});
    expect([isHidden(part), isHidden(title)]).toEqual([false, false]);
    decide(idOf(1), { dismissed: true });
    view.remove();
    expect(list.innerHTML).toBe(before);
  });

  test('in a cell of its own are on the cell, so that no gap is left', async () => {
    view.remove();
    const cell = document.querySelector('section') as HTMLElement;
    await show([{ ...(rows[2] as Row), cell }]);
    narrow('nothing');
    expect(cell.getAttribute('data-winnow')).toBe('hidden');
    expect(marks(2)).toEqual([[]]);
    narrow('');
    expect(cell.hasAttribute('data-winnow')).toBe(false);
    narrow('nothing');
    view.remove();
    expect(cell.hasAttribute('data-winnow')).toBe(false);
  });
});

describe('a muted row', () => {
  const MUTES = makeRule(1, { terms: ['bounds', 'limits', 'x'], action: 'mute' });

  beforeEach(() => {
    const hits = new Map([[rows[0] as Row, [0]]]);
    store.setState({ rules: [MUTES], hits });
  });

  test('is a line that says which rule muted it, with its title and "Show"', async () => {
    expect(marks(0)).toEqual([['line'], ['line', 'collapsed']]);
    expect(control(0).getByText('Muted by bounds, limits +1')).toBeTruthy();
    expect(control(0).getByText(TITLE)).toBeTruthy();
    expect(control(0).queryByRole('button', { name: /^Undo/ })).toBeNull();
    await userEvent.click(control(0).getByRole('button', { name: `Show: ${TITLE}` }));
    expect(onAction).toHaveBeenCalledWith(expect.objectContaining({ action: 'show', id: idOf(1) }));
    expect(marks(2), 'no other row').toEqual([[]]);
  });

  test('comes back whole when its rule is revealed, changed or gone', () => {
    store.setState({ revealed: new Set([MUTES.id]) });
    expect(marks(0)).toEqual([[], []]);
    store.setState({ revealed: new Set() });
    expect(marks(0)).toEqual([['line'], ['line', 'collapsed']]);
    store.setState({ rules: [{ ...MUTES, action: 'highlight' }] });
    expect(marks(0)).toEqual([[], []]);
    store.setState({ rules: [MUTES] });
    store.setState({ rules: [], hits: new Map() });
    expect(marks(0)).toEqual([[], []]);
    expect(control(0).queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  test('that is dismissed says that', () => {
    decide(idOf(1), { dismissed: true });
    expect(control(0).getByText('Dismissed')).toBeTruthy();
    expect(control(0).getByRole('button', { name: `Undo: ${TITLE}` })).toBeTruthy();
    expect(control(0).queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  test("is whole on a paper's own page", async () => {
    view.remove();
    await show(rows, makeSite({ kind: 'paper' }));
    store.setState({ rules: [MUTES], hits: new Map([[rows[0] as Row, [0]]]) });
    expect(marks(0)).toEqual([[], []]);
  });
});

describe('what is not shown', () => {
  const isGone = (index: number) => (rows[index] as Row).elements.every(isHidden);
  const hides = (showing: Partial<PageState['showing']>) =>
    store.setState({ showing: { ...SHOW_ALL, ...showing } });

  test('dismissed rows, until they are shown again', () => {
    decide(idOf(1), { dismissed: true });
    hides({ dismissed: false });
    expect([0, 1, 2, 3].map(isGone)).toEqual([true, false, true, false]);
    hides({});
    expect([0, 1, 2, 3].map(isGone)).toEqual([false, false, false, false]);
  });

  test('rows seen before', () => {
    store.setState({ visits: { lastVisit: 1, seen: new Set([idOf(2)]) } });
    hides({ seen: false });
    expect([0, 1, 2, 3].map(isGone)).toEqual([false, true, false, false]);
  });

  test('cross-lists and replacements', async () => {
    view.remove();
    const [first, second, ...others] = rows as [Row, Row, ...Row[]];
    await show([{ ...first, section: 'cross' }, { ...second, section: 'replaced' }, ...others]);
    hides({ cross: false });
    expect([0, 1, 2, 3].map(isGone)).toEqual([true, false, false, false]);
    hides({ replaced: false });
    expect([0, 1, 2, 3].map(isGone)).toEqual([false, true, false, false]);
  });

  test('what does not match is shown when the rest is not to be hidden', () => {
    narrow('bounds');
    hides({ hidesRest: false });
    expect([0, 1, 2, 3].some(isGone)).toBe(false);
  });

  test("a paper's own page is always whole", async () => {
    view.remove();
    await show(rows, makeSite({ kind: 'paper' }));
    decide(idOf(1), { dismissed: true });
    hides({ dismissed: false });
    narrow('nothing');
    expect([0, 1, 2, 3].some(isGone)).toBe(false);
  });
});

describe('whether a paper is new', () => {
  test('is not said on a first visit', () => {
    store.setState({ visits: { lastVisit: null, seen: new Set([idOf(1)]) } });
    for (const index of rows.keys()) expect(control(index).queryByText(/^(New|Seen)$/)).toBeNull();
  });

  test('is said on later ones', () => {
    store.setState({ visits: { lastVisit: 1, seen: new Set([idOf(1)]) } });
    const said = [...rows.keys()].map((n) => control(n).getByText(/^(New|Seen)$/).textContent);
    expect(said).toEqual(['Seen', 'New', 'Seen', 'New']);
  });

  test('is not said where all were seen: it would tell nothing apart', () => {
    const all = rows.map(({ id }) => id);
    store.setState({ visits: { lastVisit: 1, seen: new Set(all) } });
    for (const index of rows.keys()) expect(control(index).queryByText(/^(New|Seen)$/)).toBeNull();
    store.setState({ visits: { lastVisit: 1, seen: new Set(all.filter((id) => id !== all[0])) } });
    expect(control(0).queryByText('New')).not.toBeNull();
    expect(control(1).queryByText('Seen')).not.toBeNull();
  });

  test("is not said on a paper's own page", async () => {
    view.remove();
    await show(rows, makeSite({ kind: 'paper' }));
    store.setState({ visits: { lastVisit: 1, seen: new Set() } });
    expect(control(0).queryByText('New')).toBeNull();
  });
});

describe('an abstract that the page does not show', () => {
  const ABSTRACT = `We bound $\\ell_2$. ${HOSTILE}`;
  const button = (index: number) => control(index).queryByRole('button', { name: /^Abstract: / });
  const shownIn = (index: number) =>
    (rows[index] as Row).elements.flatMap((element) =>
      [...element.querySelectorAll('winnow-abstract')].map(
        (host) => host.shadowRoot?.querySelector('p')?.textContent,
      ),
    );

  test('has no button before it came', () => {
    for (const index of rows.keys()) expect(button(index)).toBeNull();
  });

  test('is asked for, unfolded at the end of the row, and folded again', async () => {
    store.setState({ abstracts: { [idOf(1)]: ABSTRACT } });
    expect(button(0)?.getAttribute('aria-expanded')).toBe('false');
    expect(button(1)).toBeNull();
    await userEvent.click(button(0) as HTMLElement);
    expect(onAction).toHaveBeenCalledWith(
      expect.objectContaining({ action: 'abstract', id: idOf(1) }),
    );
    store.setState({ unfolded: new Set([idOf(1)]) });
    expect(button(0)?.getAttribute('aria-expanded')).toBe('true');
    expect([0, 1, 2, 3].map(shownIn)).toEqual([[ABSTRACT], [], [ABSTRACT], []]);
    decide(idOf(1), { dismissed: true });
    expect([0, 1, 2, 3].flatMap(shownIn), 'one line').toEqual([]);
    decide(idOf(1), { dismissed: false });
    expect(shownIn(0)).toEqual([ABSTRACT]);
    expect(rows[0]?.elements.at(-1)?.querySelector('winnow-abstract')).toBeTruthy();
    const card = rows[2]?.elements[0].children ?? [];
    expect([...card].slice(-2)[0], 'the buttons stay where they are').toSatisfy(isControl);
    store.setState({ unfolded: new Set() });
    expect([0, 1, 2, 3].flatMap(shownIn)).toEqual([]);
  });

  test('of a page that holds but hides abstracts is there at once', async () => {
    view.remove();
    const hiding = { ...(rows[0] as Row), read: () => makePaper({ abstract: 'Hidden.' }) };
    await show([hiding], makeSite({ hides: { abstract: 'all' } }));
    store.setState({ unfolded: new Set([idOf(1)]) });
    expect(shownIn(0)).toEqual(['Hidden.']);
  });

  test('of a page that shows its abstracts has no button', async () => {
    view.remove();
    await show([{ ...(rows[0] as Row), read: () => makePaper({ abstract: 'Shown.' }) }]);
    expect(button(0)).toBeNull();
  });

  test('is not offered on a line', () => {
    store.setState({ abstracts: { [idOf(1)]: ABSTRACT } });
    decide(idOf(1), { dismissed: true });
    expect(button(0)).toBeNull();
  });

  test('is inert text, and goes with the row', () => {
    store.setState({ abstracts: { [idOf(1)]: ABSTRACT }, unfolded: new Set([idOf(1)]) });
    expect(document.querySelector('img, script')).toBeNull();
    expect(document.body.textContent).toBe(textBefore);
    view.remove();
    expect(document.body.innerHTML).toBe(htmlBefore);
  });
});

describe('hostile titles and tags', () => {
  test('are inert text', async () => {
    const hacked = vi.fn();
    vi.stubGlobal('hacked', hacked);
    decide(idOf(2), { dismissed: true, tags: [HOSTILE] });
    store.setState({ failures: { [idOf(2)]: HOSTILE } });
    expect(control(1).getByText(HOSTILE, { selector: '.chip' })).toBeTruthy();
    for (const extras of document.querySelectorAll(EXTRAS_TAG)) {
      expect(extras.shadowRoot?.querySelector('img, script')).toBeNull();
    }
    expect(document.querySelector('img, script')).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hacked).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

describe('when the page changes', () => {
  test('a control that the page took away is put back, as it was', async () => {
    decide(idOf(1), { starred: true });
    rows[0]?.elements[1]?.querySelector(CONTROL_TAG)?.remove();
    await attach();
    expect(pressed(0, /^Star/)).toBe('true');
  });

  test('attaching again changes nothing', async () => {
    const before = document.body.innerHTML;
    const host = rows[0]?.elements[1]?.querySelector(CONTROL_TAG);
    await attach();
    expect(document.body.innerHTML).toBe(before);
    expect(rows[0]?.elements[1]?.querySelector(CONTROL_TAG)).toBe(host);
  });

  test('an element that got another paper gets a control for that', async () => {
    decide(idOf(1), { starred: true, dismissed: true });
    const [first, ...others] = rows as [Row, ...Row[]];
    const next = { ...first, id: idOf(9), title: 'Another' };
    store.setState({ rows: [next, ...others] });
    await attach();
    expect(pressed(0, /^Star: Another$/)).toBe('false');
    expect(first.elements.some(isHidden)).toBe(false);
  });

  test('a row that the page replaced by a copy has one control, which works, and is as its paper is', async () => {
    decide(idOf(2), { starred: true, dismissed: true });
    const [first, second, ...others] = rows as [Row, Row, ...Row[]];
    const [term, description] = second.elements.map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      element.replaceWith(copy);
      return copy;
    }) as [HTMLElement, HTMLElement];
    const anchor = { element: term, place: 'inside' } as const;
    const elements = [term, description] as const;
    const copied = makeRow(
      { id: idOf(9), title: 'Another' },
      { elements, anchor, gutter: description },
    );
    store.setState({ rows: [first, copied, ...others] });
    view.attach();
    await vi.waitFor(() => expect(controlsIn(copied)).toHaveLength(1));
    expect(copied.elements.some(isHidden)).toBe(false);
    expect(term.dataset.winnow).toBeUndefined();
    await userEvent.click(getByRole(description, 'button', { name: 'Star: Another' }));
    expect(onAction).toHaveBeenCalledWith(expect.objectContaining({ id: idOf(9) }));
  });

  test('rows that are gone lose everything of ours', () => {
    decide(idOf(1), { starred: true, dismissed: true });
    store.setState({ site: null, rows: [] });
    view.attach();
    expect(document.body.innerHTML).toBe(htmlBefore);
  });
});

describe('remove', () => {
  test('leaves the page as it was', () => {
    decide(idOf(1), { starred: true, dismissed: true, tags: ['a'] });
    narrow('nothing');
    view.remove();
    expect(document.body.textContent).toBe(textBefore);
    expect(document.body.innerHTML).toBe(htmlBefore);
  });

  test('what is decided afterwards is not shown', () => {
    view.remove();
    decide(idOf(1), { starred: true });
    narrow('nothing');
    expect(document.body.innerHTML).toBe(htmlBefore);
  });

  test('with controls on it, the text of the page is the same', () => {
    decide(idOf(1), { starred: true, dismissed: true, tags: ['a'] });
    store.setState({ failures: { [idOf(1)]: 'x' } });
    expect(document.body.textContent).toBe(textBefore);
  });
});
