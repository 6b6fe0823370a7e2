import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { LinkedPapers } from '@/components/popup/linked-papers';
import { useTriage } from '@/components/triage/use-triage';
import { lastRequest } from '@/lib/arxiv/last-request';
import { NO_REQUEST } from '@/lib/arxiv/pace';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import type { LinkedPapers as Read } from '@/lib/page/read-links';
import type { PaperId } from '@/lib/paper';
import type { Command } from '@/lib/protocol/command';
import { fetchAbstracts } from '@/lib/settings/settings';
import { emptyLibrary } from '../helpers/library';
import { idOf, makePaper } from '../helpers/papers';

/** The popup on any page; commands go straight to a library in memory, as the background does. */
const db = openDatabase();
const commands = createCommands(db);
const { save } = createAbstractCache(db);
/** What the page links to; `null` where it cannot be read. */
let read: Read | null | Promise<Read | null>;
const ask = vi.hoisted(() => vi.fn(async () => undefined));

vi.mock('@/lib/page/read-links', () => ({ readLinkedPapers: async () => read }));
vi.mock('@/lib/protocol/send-command', () => ({
  sendCommand: (command: Command) => commands.run(command),
}));
vi.mock('@/lib/protocol/ask', async (original) => ({
  ...(await original<typeof import('@/lib/protocol/ask')>()),
  ask,
}));

beforeEach(async () => {
  HTMLElement.prototype.showPopover = () => {};
  const sizes = { clientWidth: 400, clientHeight: 480, offsetHeight: 96 };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
  }
  ask.mockClear();
  useTriage.setState({ toast: null });
  await fetchAbstracts.setValue(false);
  await lastRequest.setValue(NO_REQUEST);
  await emptyLibrary(db);
  read = {
    papers: [
      { id: idOf(1), title: 'On the Width of Nets' },
      { id: idOf(2), title: null },
      { id: 'doi:10.1000/182', title: 'A Handbook of DOIs' },
    ],
    isCut: false,
  };
});

function open(url: string | null = 'https://example.com/reading', isLoading = false) {
  const tab = { id: 7, url, isLoading };
  const others = { focusSearch: false, search: createRef<HTMLInputElement>(), onLeave() {} };
  const list = createRef<null>();
  const made = (now: typeof tab) => <LinkedPapers tab={now} {...others} list={list} />;
  const { rerender } = render(made(tab));
  return { user: userEvent.setup(), loaded: () => rerender(made({ ...tab, isLoading: false })) };
}

const cards = () =>
  screen.queryAllByRole('article').map((card) => card.querySelector('h2')?.textContent);
const inLibrary = async () =>
  (await db.papers.toArray()).map(({ id, triage }) => [id, triage.starred, triage.tags]);
const star = async (title: string) =>
  within(await screen.findByRole('article', { name: title })).findByRole('button', {
    name: `Star: ${title}`,
  });

test('the papers that a page links to are listed in page order, with what their links say', async () => {
  open();
  await waitFor(() =>
    expect(cards()).toEqual(['On the Width of Nets', 'arXiv:2611.00002', 'A Handbook of DOIs']),
  );
  expect(screen.getByText('3 papers linked here')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Show on page/ })).toBeNull();
});

test('what the library knows of them is shown, and each is starred as anywhere', async () => {
  const paper = makePaper({ id: idOf(2), title: 'Known before', authors: ['Ada Byte'] });
  const change = { kind: 'star', value: true } as const;
  await commands.run({ op: crypto.randomUUID(), change, papers: [{ id: paper.id, paper }] });
  const { user } = open();
  const known = await star('Known before');
  await waitFor(() => expect(known.getAttribute('aria-pressed')).toBe('true'));
  await user.click(await star('On the Width of Nets'));
  await waitFor(async () =>
    expect(await inLibrary()).toEqual([
      [idOf(1), true, []],
      [idOf(2), true, []],
    ]),
  );
  expect((await db.papers.get(idOf(1)))?.meta.source).toBe('elsewhere');
  expect((await db.papers.get(idOf(2)))?.meta).toEqual({ ...paper, id: undefined });
});

test('a filter narrows them, and what is left is starred and tagged at once', async () => {
  const { user } = open();
  await star('On the Width of Nets');
  await user.type(screen.getByRole('searchbox', { name: 'Filter this page' }), 'handbook OR nets');
  await waitFor(() => expect(cards()).toEqual(['On the Width of Nets', 'A Handbook of DOIs']));
  expect(screen.getByText('2 of 3 match')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Star all 2' }));
  await user.click(screen.getByRole('button', { name: 'Tag all…' }));
  const tag = await screen.findByRole('combobox', { name: 'Add tag', hidden: true });
  await user.type(tag, 'later{Enter}');
  await waitFor(async () =>
    expect(await inLibrary()).toEqual([
      [idOf(1), true, ['later']],
      ['doi:10.1000/182', true, ['later']],
    ]),
  );
  await user.clear(screen.getByRole('searchbox', { name: 'Filter this page' }));
  await user.type(screen.getByRole('searchbox', { name: 'Filter this page' }), 'tag:none');
  expect(await screen.findByText('Nothing matches')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(cards()).toHaveLength(3));
});

test('regular expressions filter too, as soon as their engine is there', async () => {
  const { user } = open();
  await star('On the Width of Nets');
  await user.type(screen.getByRole('searchbox', { name: 'Filter this page' }), '/wi.th/');
  await waitFor(() => expect(cards()).toEqual(['On the Width of Nets']));
});

test('papers are looked up only if that is wanted; what arXiv says shows as it comes', async () => {
  const { user } = open();
  const wanted = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Look up/ });
  expect(wanted.checked).toBe(false);
  expect(ask).not.toHaveBeenCalled();
  await user.click(wanted);
  await waitFor(() => expect(ask).toHaveBeenCalledWith('lookUp', [idOf(1), idOf(2)]));
  expect(await fetchAbstracts.getValue()).toBe(true);
  expect(await screen.findByText(/^2 on their way/)).toBeTruthy();

  await save([makePaper({ id: idOf(2), title: 'As arXiv says', abstract: 'We show.' })], []);
  await screen.findByRole('article', { name: 'As arXiv says' });
  expect(await screen.findByText(/^1 on their way/)).toBeTruthy();
  await save([], [idOf(1)]);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: /^Look up/ })).toBeNull());
  expect(cards()[0]).toBe('On the Width of Nets');
});

test('why arXiv gives no answer is said, and when it is asked again', async () => {
  await fetchAbstracts.setValue(true);
  const problem = { text: 'arXiv is busy.', retryAt: Date.now() + 30_000 };
  await lastRequest.setValue({ at: Date.now(), pause: 30_000, failures: 1, problem });
  open();
  expect(await screen.findByText(/^arXiv is busy\. Trying again in \d+ s\.$/)).toBeTruthy();
});

test('a paper that is linked by its DOI and its arXiv id is one', async () => {
  const paper = makePaper({ id: idOf(1), title: 'Published', doi: '10.1000/182' });
  const change = { kind: 'star', value: true } as const;
  await commands.run({ op: crypto.randomUUID(), change, papers: [{ id: paper.id, paper }] });
  open();
  await waitFor(() => expect(cards()).toEqual(['Published', 'arXiv:2611.00002']));
});

test('a PDF, which cannot be read, is the paper in its address', async () => {
  read = null;
  open('https://arxiv.org/pdf/2611.00005v2');
  await star('arXiv:2611.00005');
  expect(screen.getByText('The paper in this tab')).toBeTruthy();
});

test('the paper that a page is about comes first', async () => {
  open('https://www.alphaxiv.org/abs/2611.00002');
  await waitFor(() => expect(cards()[0]).toBe('arXiv:2611.00002'));
  expect(cards()).toHaveLength(3);
});

test('of very many papers the first are listed, and that is said', async () => {
  read = {
    papers: Array.from({ length: 2_000 }, (_, n) => ({ id: idOf(n + 1) as PaperId, title: null })),
    isCut: true,
  };
  open();
  expect(await screen.findByText(/only the first 2,000 papers/)).toBeTruthy();
});

test('a page without papers says so, and where there are some', async () => {
  read = { papers: [], isCut: false };
  open();
  expect(await screen.findByRole('heading', { name: 'No papers on this page' })).toBeTruthy();
  expect((await screen.findAllByRole('link')).length).toBeGreaterThan(0);
});

test('a page that the browser keeps to itself says so', async () => {
  read = null;
  open('chrome://settings/');
  expect(await screen.findByRole('heading', { name: 'Winnow cannot read this page' })).toBeTruthy();
});

test('a page that is slow, or still loading without papers, is being read', async () => {
  let answer: (links: Read) => void = () => {};
  read = new Promise((resolve) => {
    answer = resolve;
  });
  const { loaded } = open('https://example.com/slow', true);
  expect(await screen.findByRole('heading', { name: 'Reading this page…' })).toBeTruthy();
  answer({ papers: [], isCut: false });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole('heading', { name: 'Reading this page…' })).toBeTruthy();
  loaded();
  expect(await screen.findByRole('heading', { name: 'No papers on this page' })).toBeTruthy();
});
