// @vitest-environment node
import { liveQuery } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Paper, type PaperId, UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

const STAR: Change = { kind: 'star', value: true };
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });

let library: TestLibrary;

beforeEach(async () => {
  library = await openLibrary();
});

/** Has these changes made to a paper, in order. */
async function decide(paper: Partial<Paper> & { id: PaperId }, ...changes: Change[]) {
  for (const change of changes) saved(await library.run(change, makePaper(paper)));
}

describe('states', () => {
  test('of known papers only, each once', async () => {
    await decide({ id: idOf(1) }, STAR);
    await decide({ id: idOf(2) }, STAR, { kind: 'remove' });
    const ids = [idOf(1), idOf(2), idOf(3), idOf(1)];
    expect(await library.queries.states(ids)).toEqual({
      [idOf(1)]: { ...UNDECIDED, starred: true },
      [idOf(2)]: UNDECIDED,
    });
    expect(await library.queries.states([])).toEqual({});
  });

  test('of the papers of a long listing', async () => {
    const papers = Array.from({ length: 500 }, (_, n) => makePaper({ id: idOf(n) }));
    saved(await library.run(STAR, ...papers));
    const ids = Array.from({ length: 2_000 }, (_, n) => idOf(n));
    expect(Object.keys(await library.queries.states(ids))).toHaveLength(500);
  });
});

describe('tags', () => {
  test('the most used first, then by the alphabet, with how many papers have them', async () => {
    await decide({ id: idOf(1) }, tagged('b'), tagged('often'));
    await decide({ id: idOf(2) }, tagged('often'), tagged('図書 🙂'));
    await decide({ id: idOf(3) }, tagged('a'), tagged('often'));
    expect(await library.queries.tags()).toEqual([
      { tag: 'often', count: 3 },
      { tag: 'a', count: 1 },
      { tag: 'b', count: 1 },
      { tag: '図書 🙂', count: 1 },
    ]);
  });

  test('not those that no paper has any more', async () => {
    await decide({ id: idOf(1) }, tagged('a'), { kind: 'tag', tag: 'a', value: false });
    expect(await library.queries.tags()).toEqual([]);
  });

  test('not those that only papers in the trash have', async () => {
    await decide({ id: idOf(1) }, tagged('a'), tagged('b'), { kind: 'remove' });
    await decide({ id: idOf(2) }, tagged('b'));
    expect(await library.queries.tags()).toEqual([{ tag: 'b', count: 1 }]);
  });
});

describe('live', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['states', () => library.queries.states([idOf(1)])],
    ['unread', () => library.queries.countUnread()],
    ['tags', () => library.queries.tags()],
  ])('%s are told anew after a change', async (_, query) => {
    const told: unknown[] = [];
    const subscription = liveQuery(query).subscribe((value) => told.push(value));
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await decide({ id: idOf(1) }, tagged('a'));
    await vi.waitFor(async () => {
      expect(told.length).toBeGreaterThan(1);
      expect(told.at(-1)).toEqual(await query());
    });
    subscription.unsubscribe();
  });
});

test('unread papers are those on the list that are not read or being read', async () => {
  const [first, second, third, fourth] = [1, 2, 3, 4].map((id) => makePaper({ id: idOf(id) }));
  if (!first || !second || !third || !fourth) throw new Error('no papers');
  await library.run({ kind: 'star', value: true }, first, second, third, fourth);
  await library.run({ kind: 'status', value: 'read' }, first);
  await library.run({ kind: 'dismiss', value: true }, second);
  await library.run({ kind: 'remove' }, third);
  expect(await library.queries.countUnread()).toBe(1);
});
