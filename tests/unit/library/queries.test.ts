// @vitest-environment node
import { liveQuery } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '@/lib/command';
import type { ListQuery } from '@/lib/library/queries';
import { type Paper, type PaperId, UNDECIDED } from '@/lib/paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

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

async function list(query: Partial<ListQuery> = {}): Promise<PaperId[]> {
  const all: ListQuery = {
    ...{ search: '', starred: false, tag: null, status: null, shelf: 'list', sort: 'added' },
    ...query,
  };
  return (await library.queries.list(all)).map(({ id }) => id);
}

describe('list', () => {
  const [A, B, C, D] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;

  test('is empty at first', async () => {
    expect(await list()).toEqual([]);
  });

  test('holds what was decided on, the last added first', async () => {
    await decide({ id: A }, STAR);
    await decide({ id: B }, tagged('a'));
    await decide({ id: C }, { kind: 'note', value: 'n' });
    await decide({ id: D }, { kind: 'status', value: 'reading' });
    await decide({ id: A }, tagged('later')); // does not move it
    expect(await list()).toEqual([D, C, B, A]);
  });

  test('holds neither what is undecided, dismissed, nor in the trash', async () => {
    await decide({ id: A }, STAR, { kind: 'star', value: false });
    await decide({ id: B }, STAR, { kind: 'dismiss', value: true });
    await decide({ id: C }, STAR, { kind: 'remove' });
    await decide({ id: D }, STAR);
    expect(await list()).toEqual([D]);
    expect(await list({ shelf: 'dismissed' })).toEqual([B]);
  });

  test('by star, tag and status, and all of them together', async () => {
    await decide({ id: A }, STAR, tagged('x'), { kind: 'status', value: 'read' });
    await decide({ id: B }, tagged('x'));
    await decide({ id: C }, STAR, tagged('xy'));
    expect(await list({ starred: true })).toEqual([C, A]);
    expect(await list({ tag: 'x' })).toEqual([B, A]);
    expect(await list({ status: 'read' })).toEqual([A]);
    expect(await list({ status: 'unread' })).toEqual([C, B]);
    expect(await list({ starred: true, tag: 'x', status: 'read' })).toEqual([A]);
    expect(await list({ tag: 'X' })).toEqual([]);
  });

  test.each([
    ['sparse', 'title'],
    ['robust', 'abstract'],
    ['durer', 'author, without the accent'],
    ['GRAPHS', 'tag, in another case'],
    ['remember', 'note'],
    ['att spar', 'two words, in part'],
    ['robust dürer graphs', 'words from everywhere'],
  ])('search for %j finds a %s', async (search) => {
    await decide(
      { id: A, title: 'Sparse attention', abstract: 'It is robust.', authors: ['B. Dürer'] },
      tagged('graphs'),
      { kind: 'note', value: 'Remember this.' },
    );
    await decide({ id: B, title: 'Other' }, STAR);
    expect(await list({ search })).toEqual([A]);
  });

  test('search finds nothing where one of the words is missing', async () => {
    await decide({ id: A, title: 'Sparse attention' }, STAR);
    expect(await list({ search: 'sparse graphs' })).toEqual([]);
    expect(await list({ search: '  ' })).toEqual([A]);
  });

  test('sorted by date, the newest first, those without last', async () => {
    await decide({ id: A, date: '2026-10-31' }, STAR);
    await decide({ id: B, date: null }, STAR);
    await decide({ id: C, date: '2026-11-20' }, STAR);
    await decide({ id: D, date: '2025-12-31' }, STAR);
    expect(await list({ sort: 'published' })).toEqual([C, A, D, B]);
  });

  test('sorted by title as a person would, case and accents aside', async () => {
    await decide({ id: A, title: 'part 10' }, STAR);
    await decide({ id: B, title: 'Zeta' }, STAR);
    await decide({ id: C, title: 'Part 9' }, STAR);
    await decide({ id: D, title: 'Étale' }, STAR);
    expect(await list({ sort: 'title' })).toEqual([D, C, A, B]);
  });

  test('sorted by upvotes, the most first, those without last, else as added', async () => {
    await decide({ id: A, upvotes: 3 }, STAR);
    await decide({ id: B, upvotes: null }, STAR);
    await decide({ id: C, upvotes: 0 }, STAR);
    await decide({ id: D, upvotes: 3 }, STAR);
    expect(await list({ sort: 'upvotes' })).toEqual([D, A, C, B]);
  });
});

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
  const everything: ListQuery = {
    ...{ search: '', starred: false, tag: null, status: null, shelf: 'list', sort: 'added' },
  };

  test.each<[string, () => Promise<unknown>]>([
    ['states', () => library.queries.states([idOf(1)])],
    ['list', () => library.queries.list(everything)],
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
  expect(await library.queries.unread()).toBe(1);
});
