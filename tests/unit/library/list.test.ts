// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import type { Change } from '@/lib/command';
import type { ListQuery } from '@/lib/library/list-query';
import type { Paper, PaperId } from '@/lib/paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { answer } from '../../helpers/lists';
import { idOf, makePaper } from '../../helpers/papers';

const STAR: Change = { kind: 'star', value: true };
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });
const [A, B, C] = [idOf(1), idOf(2), idOf(3)] as const;

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
