/** A row that matches in a text that it does not show says so, and shows the passage when asked. */
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountRows, type RowsView } from '@/components/triage-row/rows';
import { createPageStore, type PageStore, type UnseenMatches } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../helpers/papers';
import { makeRow, makeSite } from '../helpers/rows';

const onAction = vi.fn<Parameters<typeof mountRows>[2]>();
let store: PageStore;
let view: RowsView;
let row: Row;

beforeEach(async () => {
  onAction.mockReset();
  const element = document.createElement('article');
  element.innerHTML = '<h3>On Graphs</h3>';
  document.body.replaceChildren(element);
  const anchor = { element, place: 'inside' } as const;
  const paper = { id: idOf(1), title: 'On Graphs', abstract: 'All about trees.' };
  row = makeRow(paper, { elements: [element], anchor });
  store = createPageStore();
  view = mountRows(document, store, onAction);
  store.setState({ site: makeSite({ hides: { abstract: 'all' } }), rows: [row] });
  await view.attach();
});

afterEach(() => view.remove());

function everyElement(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everyElement(element.shadowRoot) : []),
  ]);
}

const reason = () =>
  everyElement().find((one) => one.getAttribute('data-action') === 'passage') ?? null;
const paragraphs = () => everyElement().filter((one) => one.matches('p[data-field]'));

function match(known: Partial<UnseenMatches> = {}): void {
  const passages = () => [{ field: 'abstract', text: 'about trees' } as const];
  store.setState({
    unseen: new Map([[row, { text: 'trees in the abstract', passages, ...known }]]),
  });
}

test('the reason is a button on the row, for as long as it holds', async () => {
  expect(reason()).toBeNull();
  match();
  expect(reason()?.textContent).toBe('trees in the abstract');
  expect(reason()?.getAttribute('aria-label')).toContain('trees in the abstract. ');
  expect(reason()?.getAttribute('aria-label')).toContain('On Graphs');
  expect(reason()?.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(reason() as Element);
  expect(onAction).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ action: 'passage', id: idOf(1) }),
  );
  match({ text: 'all in the abstract' });
  expect(reason()?.textContent).toBe('all in the abstract');
  store.setState({ unseen: new Map() });
  expect(reason()).toBeNull();
});

test('the passage is shown when asked, and stays as it is while other things change', () => {
  match();
  expect(paragraphs()).toEqual([]);
  store.setState({ explained: new Set([idOf(1)]) });
  expect(reason()?.getAttribute('aria-expanded')).toBe('true');
  const [shown] = paragraphs();
  expect(shown?.textContent).toBe('about trees');
  store.setState({ saved: { [idOf(1)]: { ...UNDECIDED, starred: true } } });
  expect(paragraphs(), 'with the marks in it').toEqual([shown]);
  match({ passages: () => [{ field: 'authors', text: 'Ada Tree' }] });
  expect(paragraphs().map(({ textContent }) => textContent)).toEqual(['Ada Tree']);
  store.setState({ explained: new Set() });
  expect(paragraphs()).toEqual([]);
});

test('the abstract, unfolded, holds its passage', () => {
  match();
  store.setState({ explained: new Set([idOf(1)]), unfolded: new Set([idOf(1)]) });
  expect(paragraphs().map(({ textContent }) => textContent)).toEqual(['All about trees.']);
});

test('a row that is collapsed to a line says why that is instead', () => {
  match();
  store.setState({
    explained: new Set([idOf(1)]),
    saved: { [idOf(1)]: { ...UNDECIDED, dismissed: true } },
  });
  expect(reason()).toBeNull();
  expect(paragraphs()).toEqual([]);
});
