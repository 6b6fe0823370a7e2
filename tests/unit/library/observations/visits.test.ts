// @vitest-environment node
import { expect, test } from 'vitest';
import { createVisits } from '@/lib/library/observations/visits';
import type { PaperId } from '@/lib/paper';
import { failNextWrite, openLibrary } from '../../../helpers/library';
import { idOf } from '../../../helpers/papers';

async function openVisits() {
  const { db, clock } = await openLibrary();
  return { db, clock, ...createVisits(db, () => clock.now) };
}

const LISTING = 'arxiv-list:cs.LG/new';
const ids = (from: number, count: number): PaperId[] =>
  Array.from({ length: count }, (_, n) => idOf(from + n));

test('nothing is known of a listing on the first visit; asking is no visit', async () => {
  const { seenBefore } = await openVisits();
  for (let round = 0; round < 2; round += 1) {
    expect(await seenBefore({ listing: LISTING, ids: ids(1, 3) })).toEqual({
      lastVisit: null,
      seen: [],
    });
  }
});

test('papers of earlier visits are known, also on other listings', async () => {
  const { visited, seenBefore, clock } = await openVisits();
  await visited({ listing: LISTING, ids: [idOf(1), idOf(2), idOf(2)] });
  const there = { lastVisit: clock.now, seen: [idOf(2)] };
  const asked = [idOf(2), idOf(3), idOf(2)];
  expect(await seenBefore({ listing: LISTING, ids: asked })).toEqual(there);
  const elsewhere = { listing: 'hf-daily', ids: asked };
  expect(await seenBefore(elsewhere)).toEqual({ ...there, lastVisit: null });
});

test('visits of earlier versions count on, the last of them', async () => {
  const { seenBefore, db, clock } = await openVisits();
  const stored = [
    ['arxiv-list:/list/cs.LG/new', 5],
    ['arxiv-list:/catchup/cs.LG', 9],
    ['arxiv-list:/list/cs.LG/recent', 7],
    ['arxiv-list:/list/cs.CL/new', clock.now],
  ] as const;
  await db.visits.bulkAdd(stored.map(([listing, at]) => ({ listing, at })));
  expect((await seenBefore({ listing: 'arxiv-list:cs.LG', ids: [] })).lastVisit).toBe(9);
});

test('of a paper the first time is kept, of a listing the last', async () => {
  const { visited, seenBefore, db, clock } = await openVisits();
  const first = clock.now;
  for (let day = 0; day < 3; day += 1) {
    clock.now = first + day * 86_400_000;
    await visited({ listing: LISTING, ids: [idOf(1), idOf(10 + day)] });
  }
  expect(await db.seen.get(idOf(1))).toEqual({ id: idOf(1), at: first });
  expect((await seenBefore({ listing: LISTING, ids: [] })).lastVisit).toBe(clock.now);
});

test('are not kept on a full disk, and nobody is troubled with it; other failures are told', async () => {
  const { visited, seenBefore } = await openVisits();
  const visit = { listing: LISTING, ids: [idOf(1)] };
  failNextWrite('visits', 'aborts at the end', 'QuotaExceededError');
  await visited(visit);
  expect(await seenBefore(visit)).toEqual({ lastVisit: null, seen: [] });
  failNextWrite('visits', 'aborts at the end', 'UnknownError');
  await expect(visited(visit)).rejects.toThrow();
});

test('at once from several tabs', async () => {
  const { visited, seenBefore } = await openVisits();
  await Promise.all(ids(1, 10).map((id) => visited({ listing: LISTING, ids: [id, idOf(99)] })));
  const { seen } = await seenBefore({ listing: LISTING, ids: [...ids(1, 10), idOf(99)] });
  expect(seen).toHaveLength(11);
});

test('the newest twenty thousand papers are kept', async () => {
  const { visited, db, clock } = await openVisits();
  await db.seen.bulkAdd(ids(1, 21_000).map((id, n) => ({ id, at: n })));
  await visited({ listing: LISTING, ids: [] });
  expect(await db.seen.count()).toBe(21_000); // cut now and then, not each time
  await visited({ listing: LISTING, ids: [idOf(90_000)] });
  expect(await db.seen.count()).toBe(20_000);
  expect(await db.seen.get(idOf(90_000))).toEqual({ id: idOf(90_000), at: clock.now });
  expect(await db.seen.orderBy('at').first()).toMatchObject({ at: 1_001 });
});

test('the newest thousand listings are kept', async () => {
  const { visited, db } = await openVisits();
  await db.visits.bulkAdd(Array.from({ length: 1_050 }, (_, at) => ({ listing: `l${at}`, at })));
  await visited({ listing: LISTING, ids: [] });
  expect(await db.visits.count()).toBe(1_000);
  expect(await db.visits.get(LISTING)).toBeDefined();
});
