// @vitest-environment node
import { expect, test } from 'vitest';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { failNextWrite, openLibrary, saved } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

async function openCache() {
  const library = await openLibrary();
  return { ...library, library, ...createAbstractCache(library.db, () => library.clock.now) };
}

const STAR = { kind: 'star', value: true } as const;
const TOLD = makePaper({ abstract: 'We show.', authors: ['Ada Čapek'], date: '2026-11-02' });

test('what was kept is known; papers that are not on arXiv are not missing', async () => {
  const { save, find } = await openCache();
  const ids = [TOLD.id, idOf(2), idOf(2), 'doi:10.1000/182', 'title:on nothing'] as const;
  expect(await find(ids)).toEqual({ known: {}, missing: [TOLD.id, idOf(2)] });
  await save([TOLD], []);
  expect(await find(ids)).toEqual({ known: { [TOLD.id]: 'We show.' }, missing: [idOf(2)] });
});

test('the abstract of a saved paper is known', async () => {
  const { library, find } = await openCache();
  saved(await library.run(STAR, makePaper({ abstract: 'From the page.' })));
  expect(await find([TOLD.id])).toEqual({ known: { [TOLD.id]: 'From the page.' }, missing: [] });
});

test('a paper that arXiv does not know is missing again after a day', async () => {
  const { save, find, clock } = await openCache();
  await save([], [idOf(1)]);
  const hour = 3_600_000;
  clock.now += 23 * hour;
  expect((await find([idOf(1)])).missing).toEqual([]);
  clock.now += 2 * hour;
  expect((await find([idOf(1)])).missing).toEqual([idOf(1)]);
});

test('a saved paper learns what it lacks and better texts, stamped; what the user decided stays', async () => {
  const { library, save, db, clock } = await openCache();
  saved(await library.run(STAR, makePaper()));
  const before = await db.papers.get(TOLD.id);
  clock.now += 1_000;
  const told = { ...TOLD, title: 'Another title' };
  await save([told, makePaper({ id: idOf(2), abstract: 'x' })], []);
  const after = await db.papers.get(TOLD.id);
  expect(after?.meta).toEqual({ ...before?.meta, ...told, id: undefined });
  expect(after).toMatchObject({ triage: before?.triage, added: before?.added, shelf: 'list' });
  expect(after?.stamps.abstract).not.toBe(before?.stamps.abstract);
  expect(after?.stamps.categories).toBe(before?.stamps.categories);
  expect(await db.state.get('clock')).toMatchObject({ value: after?.stamps.abstract });
  expect(await db.papers.count()).toBe(1); // no other paper came into the library
});

test('the clock stands still where no paper learns', async () => {
  const { save, db } = await openCache();
  await save([TOLD], []);
  expect(await db.state.get('clock')).toBeUndefined();
});

test('nothing is kept when a write fails', async () => {
  const { library, save, find, db } = await openCache();
  saved(await library.run(STAR, makePaper()));
  const before = await library.contents();
  failNextWrite('papers', 'aborts at the end', 'QuotaExceededError');
  await expect(save([TOLD], [])).rejects.toThrow('The disk is full.');
  expect(await library.contents()).toEqual(before);
  expect(await db.abstracts.count()).toBe(0);
  expect((await find([TOLD.id])).missing).toEqual([TOLD.id]);
});

test('the newest fifty thousand are kept', async () => {
  const { save, db } = await openCache();
  const old = Array.from({ length: 52_500 }, (_, n) => ({ id: idOf(n), abstract: null, at: n }));
  await db.abstracts.bulkAdd(old);
  await save([makePaper({ id: idOf(99_999), abstract: 'x' })], []);
  expect(await db.abstracts.count()).toBe(50_000);
  expect(await db.abstracts.get(idOf(99_999))).toBeDefined();
}, 30_000);
