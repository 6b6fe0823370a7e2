// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { ListQuery } from '@/lib/protocol/list-query';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { answer, indexTexts } from '../../../helpers/lists';
import { idOf, makePaper } from '../../../helpers/papers';

const STAR: Change = { kind: 'star', value: true };
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });
const [A, B, C, D] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;

let library: TestLibrary;

beforeEach(async () => {
  library = await openLibrary();
});

async function decide(paper: Partial<Paper> & { id: PaperId }, ...changes: Change[]) {
  for (const change of changes) saved(await library.run(change, makePaper(paper)));
}

async function list(query: Partial<ListQuery> = {}): Promise<PaperId[]> {
  const { nums } = await answer(library.db, query);
  return [...(await library.queries.byNums([...nums])).values()].map(({ id }) => id);
}

test('the reading list, the last added first, without those dismissed or in the trash', async () => {
  await decide({ id: A }, STAR);
  await decide({ id: B }, tagged('a'));
  await decide({ id: C }, STAR, { kind: 'dismiss', value: true });
  expect(await list()).toEqual([B, A]);
  expect(await list({ shelf: 'dismissed' })).toEqual([C]);
  await decide({ id: A }, { kind: 'remove' });
  expect(await list()).toEqual([B]);
  expect(await list({ shelf: 'trash' })).toEqual([A]);
});

test('papers by number come in the order asked for, each once, unknown numbers left out', async () => {
  await decide({ id: A }, STAR);
  await decide({ id: B }, STAR);
  const [b = -1, a = -1] = (await answer(library.db)).nums;
  const records = await library.queries.byNums([a, 77, b, a]);
  expect([...records].map(([num, { id }]) => [num, id])).toEqual([
    [a, A],
    [b, B],
  ]);
});

test('each paper has its own number, which nothing changes', async () => {
  await decide({ id: A }, STAR);
  await decide({ id: B }, STAR);
  const before = (await answer(library.db)).nums;
  await decide({ id: A }, tagged('a'), { kind: 'remove' }, { kind: 'restore' });
  await decide({ id: C }, STAR);
  const after = (await answer(library.db)).nums;
  expect(new Set(after).size).toBe(3);
  expect([...after].slice(1)).toEqual([...before]);
});

test('holds what was decided on, the last added first', async () => {
  await decide({ id: A }, STAR);
  await decide({ id: B }, tagged('a'));
  await decide({ id: C }, { kind: 'note', value: 'n' });
  await decide({ id: D }, { kind: 'status', value: 'reading' });
  await decide({ id: A }, tagged('later')); // does not move it
  expect(await list()).toEqual([D, C, B, A]);
});

test('by star, tag and status, and all of them together', async () => {
  await decide({ id: A }, STAR, tagged('x'), { kind: 'status', value: 'read' });
  await decide({ id: B }, tagged('x'));
  await decide({ id: C }, STAR, tagged('xy'));
  expect(await list({ starred: true })).toEqual([C, A]);
  expect(await list({ tags: ['x'] })).toEqual([B, A]);
  expect(await list({ statuses: ['read'] })).toEqual([A]);
  expect(await list({ statuses: ['unread'] })).toEqual([C, B]);
  expect(await list({ starred: true, tags: ['x'], statuses: ['read'] })).toEqual([A]);
  expect(await list({ tags: ['X'] })).toEqual([]);
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
  await indexTexts(library.db);
  expect(await list({ search, sort: 'added' })).toEqual([A]);
});

test('search finds nothing where one of the words is missing', async () => {
  await decide({ id: A, title: 'Sparse attention' }, STAR);
  await indexTexts(library.db);
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
