// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { rebuildIndexes } from '@/lib/library/write/rebuild-indexes';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { dayOf, monthOf } from '@/lib/util/day';
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

const READ: Change = { kind: 'status', value: 'read' };
const at = (...date: [number, number, number, number?, number?]) => new Date(...date).getTime();
const day = (...date: [number, number, number]) => dayOf(at(...date));

describe('statistics', () => {
  test('of an empty library', async () => {
    const { papers, added, waiting, topics } = await library.reports.statistics();
    expect([papers, added.size, waiting.size]).toEqual([0, 0, 0]);
    expect(topics).toEqual({ tags: [], categories: [] });
  });

  test('count the papers of the list by day, status and topic', async () => {
    library.clock.now = at(2026, 10, 30, 23, 50);
    await decide({ id: idOf(1), categories: ['cs.LG'] }, STAR, tagged('a'), tagged('b'));
    library.clock.now = at(2026, 11, 1, 0, 10);
    await decide({ id: idOf(2), categories: ['cs.LG', 'cs.CL'] }, tagged('a'), READ);
    library.clock.now = at(2026, 11, 8, 12);
    await decide({ id: idOf(3), categories: [] }, STAR);
    await decide({ id: idOf(4) }, STAR, tagged('a'), REMOVE);
    await decide({ id: idOf(5) }, tagged('a'), { kind: 'dismiss', value: true });
    const { added, waiting, read, waits, topics, ...rest } = await library.reports.statistics();
    expect(rest).toEqual({
      papers: 3,
      starred: 2,
      statuses: { unread: 2, reading: 0, read: 1 },
    });
    const [first, second, third] = [day(2026, 10, 30), day(2026, 11, 1), day(2026, 11, 8)];
    expect([...added]).toEqual([
      [first, 1],
      [second, 1],
      [third, 1],
    ]);
    expect([...waiting]).toEqual([
      [first, 1],
      [third, 1],
    ]);
    expect([...read]).toEqual([[second, 1]]);
    expect([...waits]).toEqual([[0, 1]]);
    const [november, december] = [monthOf(first), monthOf(second)];
    expect(topics.tags).toEqual([
      {
        name: 'a',
        papers: 2,
        months: new Map([
          [november, 1],
          [december, 1],
        ]),
      },
      { name: 'b', papers: 1, months: new Map([[november, 1]]) },
    ]);
    expect(topics.categories.map(({ name, papers }) => [name, papers])).toEqual([
      ['cs.LG', 2],
      ['cs.CL', 1],
    ]);
  });

  test('name the largest topics, those as large in the order in which people look for them', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `tag ${n}`);
    await decide({ id: idOf(1) }, ...names.map(tagged));
    await decide({ id: idOf(2) }, tagged('tag 11'));
    const { topics } = await library.reports.statistics();
    expect(topics.tags.map(({ name }) => name)).toEqual(['tag 11', ...names.slice(0, 9)]);
  });
});

describe('reads', () => {
  test('are of the papers on the list that are read now, on the day when they were marked so', async () => {
    library.clock.now = at(2026, 10, 18);
    for (const n of [1, 2, 3, 4, 5]) await decide({ id: idOf(n) }, STAR);
    await decide({ id: idOf(1) }, READ);
    await decide({ id: idOf(2) }, READ, { kind: 'status', value: 'unread' });
    await decide({ id: idOf(3) }, READ, REMOVE);
    library.clock.now = at(2026, 11, 2);
    await decide({ id: idOf(4) }, READ);
    await decide({ id: idOf(5) }, READ);
    await decide({ id: idOf(1) }, tagged('later')); // which says nothing of when it was read
    const { read, waits } = await library.reports.statistics();
    expect([...read]).toEqual([
      [day(2026, 10, 18), 1],
      [day(2026, 11, 2), 2],
    ]);
    expect([...waits]).toEqual([
      [0, 1],
      [14, 2],
    ]);
  });

  test('are not before a paper was added, though an import may say so', async () => {
    library.clock.now = at(2026, 10, 18);
    await decide({ id: idOf(1) }, READ);
    await library.db.papers.update(idOf(1), { added: at(2026, 10, 25) });
    await library.db.state.delete('indexes');
    await rebuildIndexes(library.db);
    const { read, waits } = await library.reports.statistics();
    expect([...read]).toEqual([[day(2026, 10, 25), 1]]);
    expect([...waits]).toEqual([[0, 1]]);
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
