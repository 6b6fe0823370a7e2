// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { withRead } from '@/lib/library/queries/statistics';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

const STAR: Change = { kind: 'star', value: true };
const REMOVE: Change = { kind: 'remove' };
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });

let library: TestLibrary;

beforeEach(async () => {
  library = await openLibrary();
});

async function decide(paper: Partial<Paper> & { id: PaperId }, ...changes: Change[]) {
  for (const change of changes) saved(await library.run(change, makePaper(paper)));
}

describe('duplicates', () => {
  async function duplicates(): Promise<PaperId[][]> {
    const groups = await library.reports.duplicates();
    return Promise.all(
      groups.map(async (nums) =>
        [...(await library.queries.byNums(nums)).values()].map(({ id }) => id),
      ),
    );
  }

  test('are papers with one title, case, accents and signs aside', async () => {
    await decide({ id: idOf(1), title: 'Schrödinger: bridges' }, STAR);
    await decide({ id: 'doi:10.1000/1', title: 'SCHRODINGER – Bridges' }, STAR);
    await decide({ id: idOf(2), title: 'Schrödinger bridges, again' }, STAR);
    await decide({ id: 'title:other', title: 'Part 1' }, tagged('x'));
    await decide({ id: idOf(3), title: 'Part 2' }, { kind: 'dismiss', value: true });
    expect(await duplicates()).toEqual([[idOf(1), 'doi:10.1000/1']]);
  });

  test('are a preprint and the published version with its DOI, whatever their titles are', async () => {
    await decide({ id: idOf(1), title: 'Of handles', doi: '10.1000/abc' }, STAR);
    await decide({ id: idOf(2), title: 'Of other handles', doi: '10.1000/abd' }, STAR);
    await decide({ id: 'doi:10.1000/ABC', title: 'On Handles. J. Made Up 3' }, STAR);
    expect(await duplicates()).toEqual([[idOf(1), 'doi:10.1000/ABC']]);
    await decide({ id: 'doi:10.1000/ABC' }, REMOVE);
    expect(await duplicates()).toEqual([]);
  });

  test('by title and by DOI are one group', async () => {
    await decide({ id: idOf(1), title: 'Handles', doi: '10.1000/abc' }, STAR);
    await decide({ id: idOf(2), title: 'HANDLES' }, STAR);
    await decide({ id: idOf(3), title: 'Other' }, STAR);
    await decide({ id: 'doi:10.1000/abc', title: 'On handles' }, STAR);
    expect(await duplicates()).toEqual([[idOf(1), idOf(2), 'doi:10.1000/abc']]);
  });

  test('are found also where the DOI became known later', async () => {
    await decide({ id: idOf(1), title: 'Handles' }, STAR);
    await decide({ id: 'doi:10.1000/abc', title: 'On handles' }, STAR);
    expect(await duplicates()).toEqual([]);
    await decide({ id: idOf(1), title: 'Handles', doi: '10.1000/abc' }, tagged('again'));
    expect(await duplicates()).toHaveLength(1);
  });

  test('are not those in the trash, nor with a title of signs alone', async () => {
    await decide({ id: idOf(1), title: 'Same' }, STAR);
    await decide({ id: idOf(2), title: 'Same' }, STAR, REMOVE);
    await decide({ id: idOf(3), title: '$$' }, STAR);
    await decide({ id: idOf(4), title: '…' }, STAR);
    expect(await duplicates()).toEqual([]);
  });
});

describe('statistics', () => {
  test('of an empty library', async () => {
    expect(await library.reports.statistics()).toMatchObject({ papers: 0, weeks: [], tags: [] });
  });

  test('count papers by week, status and tag; weeks without any are there too', async () => {
    library.clock.now = new Date(2026, 10, 22, 23, 50).getTime(); // a Sunday
    await decide({ id: idOf(1) }, STAR, tagged('a'), tagged('b'));
    library.clock.now = new Date(2026, 10, 23, 0, 10).getTime(); // the Monday after
    await decide({ id: idOf(2) }, tagged('a'), { kind: 'status', value: 'read' });
    library.clock.now = new Date(2026, 11, 8, 12).getTime();
    await decide({ id: idOf(3) }, STAR);
    await decide({ id: idOf(4) }, STAR, REMOVE);
    expect(await library.reports.statistics()).toEqual({
      papers: 3,
      starred: 2,
      statuses: [
        { status: 'unread', count: 2 },
        { status: 'reading', count: 0 },
        { status: 'read', count: 1 },
      ],
      weeks: [
        { start: new Date(2026, 10, 16).getTime(), added: 1 },
        { start: new Date(2026, 10, 23).getTime(), added: 1 },
        { start: new Date(2026, 10, 30).getTime(), added: 0 },
        { start: new Date(2026, 11, 7).getTime(), added: 1 },
      ],
      tags: [
        { tag: 'a', count: 2 },
        { tag: 'b', count: 1 },
      ],
    });
  });
});

describe('papers read by week', () => {
  const READ: Change = { kind: 'status', value: 'read' };
  const at = (...date: [number, number, number]) => new Date(...date).getTime();

  test('are those of the list that are read now, in the week when they were last marked so', async () => {
    library.clock.now = at(2026, 10, 18);
    for (const n of [1, 2, 3, 4, 5]) await decide({ id: idOf(n) }, STAR);
    await decide({ id: idOf(1) }, READ);
    await decide({ id: idOf(2) }, READ, { kind: 'status', value: 'unread' });
    await decide({ id: idOf(3) }, READ, REMOVE);
    library.clock.now = at(2026, 11, 2);
    await decide({ id: idOf(4) }, READ);
    await decide({ id: idOf(5) }, READ);
    await decide({ id: idOf(1) }, tagged('later')); // which says nothing of when it was read
    const read = await library.reports.readByWeek();
    expect([...read]).toEqual([
      [at(2026, 10, 16), 1],
      [at(2026, 10, 30), 2],
    ]);
  });

  test('are set beside those added, from the first to the last week of either', async () => {
    const weeks = [{ start: at(2026, 10, 16), added: 4 }];
    const read = new Map([
      [at(2026, 10, 30), 2],
      [at(2026, 10, 9), 1],
    ]);
    expect(withRead(weeks, read)).toEqual([
      { start: at(2026, 10, 9), added: 0, read: 1 },
      { start: at(2026, 10, 16), added: 4, read: 0 },
      { start: at(2026, 10, 23), added: 0, read: 0 },
      { start: at(2026, 10, 30), added: 0, read: 2 },
    ]);
    expect(withRead([], new Map())).toEqual([]);
  });
});

test('tags used as often are in the order in which people look for them', async () => {
  const tags = ['tag 10', 'tag 2', 'Über', 'zeta', 'tag 1'];
  await decide({ id: idOf(1) }, ...tags.map(tagged));
  await decide({ id: idOf(2) }, tagged('zeta'));
  const found = (await library.queries.tags()).map(({ tag }) => tag);
  expect(found).toEqual(['zeta', 'tag 1', 'tag 2', 'tag 10', 'Über']);
});

test('tags come with the colours the user gave them', async () => {
  await decide({ id: idOf(1) }, tagged('plain'), tagged('red'));
  await decide({ id: idOf(2) }, tagged('red'));
  await library.db.tags.put({ tag: 'red', colour: 4, stamp: 'stamp-1' });
  expect(await library.queries.tagList()).toEqual([
    { tag: 'red', count: 2, colour: 4 },
    { tag: 'plain', count: 1, colour: null },
  ]);
});
