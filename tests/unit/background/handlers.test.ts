// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type BackgroundServices, createHandlers } from '@/lib/background/handlers';
import { type Change, LIMITS } from '@/lib/command';
import type { Handlers, Sender } from '@/lib/messages';
import { UNDECIDED } from '@/lib/paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper, tooLong } from '../../helpers/papers';

const PAGE: Sender = { kind: 'page', tabId: 7, frameId: 2 };
const EXTENSION: Sender = { kind: 'extension' };
const PAPER = makePaper();
const STARRED = { [PAPER.id]: { ...UNDECIDED, starred: true } };

let library: TestLibrary;
let handlers: Handlers;
const announce = vi.fn<BackgroundServices['announce']>();
const injectPageUi = vi.fn<BackgroundServices['injectPageUi']>();

beforeEach(async () => {
  vi.resetAllMocks();
  library = await openLibrary();
  const { commands, queries } = library;
  handlers = createHandlers({ commands, queries, announce, injectPageUi });
});

function command(change: unknown, ...papers: { id: string }[]) {
  const entries = papers.map((paper) => ({ id: paper.id, paper }));
  return { op: crypto.randomUUID(), change, papers: entries };
}

const star = (...papers: { id: string }[]) => command({ kind: 'star', value: true }, ...papers);

describe('run', () => {
  test.each<[string, Sender]>([
    ['a page', PAGE],
    ['the extension', EXTENSION],
  ])('a star from %s is saved, acknowledged and announced', async (_, sender) => {
    const wanted = star(PAPER);
    const answer = await handlers.run(wanted, sender);
    expect(answer).toEqual({ ok: true, op: wanted.op, states: STARRED });
    expect(announce).toHaveBeenCalledExactlyOnceWith(STARRED);
    expect(await library.queries.states([PAPER.id])).toEqual(STARRED);
  });

  test.each<[Change]>([
    [{ kind: 'star', value: false }],
    [{ kind: 'tag', tag: 'a', value: true }],
    [{ kind: 'dismiss', value: true }],
    [{ kind: 'status', value: 'read' }],
    [{ kind: 'note', value: 'n' }],
  ])('a page may %j', async (change) => {
    expect(await handlers.run(command(change, PAPER), PAGE)).toMatchObject({ ok: true });
  });

  test.each<[string, unknown]>([
    ['two papers at once', star(PAPER, makePaper({ id: idOf(2) }))],
    ['no paper', star()],
    ['a removal', command({ kind: 'remove' }, PAPER)],
    ['a restoring', command({ kind: 'restore' }, PAPER)],
    ['an unknown change', command({ kind: 'erase' }, PAPER)],
    ['no command', 'star'],
    ['nothing', undefined],
  ])('from a page, %s is not allowed', async (_, payload) => {
    saved(await library.run({ kind: 'star', value: true }, PAPER));
    const before = await library.contents();
    const refused = await handlers.run(payload, PAGE);
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await library.contents()).toEqual(before);
    expect(announce).not.toHaveBeenCalled();
  });

  test('the extension may change many papers, and remove', async () => {
    const papers = [PAPER, makePaper({ id: idOf(2) })];
    expect(await handlers.run(star(...papers), EXTENSION)).toMatchObject({ ok: true });
    const removed = await handlers.run(command({ kind: 'remove' }, ...papers), EXTENSION);
    expect(removed).toMatchObject({ ok: true });
    expect(announce).toHaveBeenCalledTimes(2);
  });

  test('what the library refuses is not announced', async () => {
    const long = { kind: 'note', value: tooLong('note') };
    for (const sender of [PAGE, EXTENSION]) {
      const refused = await handlers.run(command(long, PAPER), sender);
      expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    }
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('undo', () => {
  test.each<[string, Sender]>([
    ['a page', PAGE],
    ['the extension', EXTENSION],
  ])('from %s is carried out and announced', async (_, sender) => {
    const { op: undoes } = saved(await library.run({ kind: 'star', value: true }, PAPER));
    const answer = await handlers.undo({ op: crypto.randomUUID(), undoes }, sender);
    expect(answer).toMatchObject({ ok: true, states: { [PAPER.id]: UNDECIDED } });
    expect(announce).toHaveBeenCalledExactlyOnceWith({ [PAPER.id]: UNDECIDED });
  });

  test('of what is not known is refused and not announced', async () => {
    const payload = { op: crypto.randomUUID(), undoes: crypto.randomUUID() };
    expect(await handlers.undo(payload, EXTENSION)).toMatchObject({ ok: false });
    expect(announce).not.toHaveBeenCalled();
  });

  test.each([[undefined], [null], ['op'], [{}]])('of %j fails', async (payload) => {
    await expect((async () => handlers.undo(payload, PAGE))()).rejects.toThrow();
  });
});

describe('states', () => {
  test('gives those that are not undecided', async () => {
    saved(await library.run({ kind: 'star', value: true }, PAPER));
    expect(await handlers.states([PAPER.id, idOf(2)], PAGE)).toEqual(STARRED);
  });

  test('takes as many papers as a long page has', async () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => idOf(n));
    expect(await handlers.states(ids, PAGE)).toEqual({});
  });

  test.each<[string, unknown]>([
    ['no list', PAPER.id],
    ['what is no id', ['DROP TABLE']],
    ['a key range', [{ lower: 'a', upper: 'z' }]],
    ['too many', Array(LIMITS.papersPerCommand + 1).fill(PAPER.id)],
  ])('of %s fails', async (_, payload) => {
    await expect((async () => handlers.states(payload, PAGE))()).rejects.toThrow();
  });
});

test('tags are the names of those in use, the most used first', async () => {
  const second = makePaper({ id: idOf(2) });
  saved(await library.run({ kind: 'tag', tag: 'b', value: true }, PAPER, second));
  saved(await library.run({ kind: 'tag', tag: 'a', value: true }, PAPER));
  expect(await handlers.tags(undefined, PAGE)).toEqual(['b', 'a']);
});

describe('openPageUi', () => {
  test('brings it to the frame that asks', async () => {
    await handlers.openPageUi(undefined, PAGE);
    expect(injectPageUi).toHaveBeenCalledExactlyOnceWith(7, 2);
  });

  test('fails where it cannot be brought', async () => {
    injectPageUi.mockRejectedValue(new Error('Cannot access contents of the page.'));
    await expect(handlers.openPageUi(undefined, PAGE)).rejects.toThrow('Cannot access');
  });

  test('brings nothing to a page of the extension', async () => {
    await handlers.openPageUi(undefined, EXTENSION);
    expect(injectPageUi).not.toHaveBeenCalled();
  });
});
