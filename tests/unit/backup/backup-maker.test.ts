// @vitest-environment node
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBackupMaker } from '@/lib/backup/backup-maker';
import { openBackups } from '@/lib/backup/backup-store';
import { unpack } from '@/lib/backup/pack';
import { theme } from '@/lib/settings/settings';
import { fakeFileSystem } from '../../helpers/file-system';
import { failNextWrite, openLibrary, saved } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';
import { bringFile, fileOf, timeless } from '../../helpers/saved-library';

beforeEach(() => fakeBrowser.reset());

async function setUp() {
  const library = await openLibrary();
  const store = openBackups(library.db.name);
  const maker = createBackupMaker(library.queries, store, () => library.clock.now);
  const textOf = async (name: string) => {
    const bytes = await store.read(name);
    return bytes ? (await unpack(bytes)).text() : null;
  };
  return { library, store, maker, textOf };
}

const DAY = 24 * 3_600_000;

test('a backup is the whole library as a file, and brings it back', async () => {
  const { library, store, maker, textOf } = await setUp();
  await library.run({ kind: 'tag', tag: 'moss', value: true }, makePaper());
  await library.run({ kind: 'star', value: true }, makePaper({ id: idOf(2) }));
  const backup = await maker.make('asked');
  expect(await store.list()).toEqual([backup]);
  expect(backup).toMatchObject({ papers: 2, reason: 'asked' });
  const file = await textOf(backup.name);
  expect(timeless(file ?? '')).toEqual(timeless(await fileOf(library)));
  await library.run({ kind: 'remove' }, makePaper(), makePaper({ id: idOf(2) }));
  saved(await bringFile(library, file ?? '', true));
  expect((await library.queries.extent()).papers).toBe(2);
});

test('one a day, where anything changed', async () => {
  const { library, store, maker } = await setUp();
  expect(await maker.makeDaily()).toBeNull(); // there is nothing yet
  await library.run({ kind: 'star', value: true }, makePaper());
  expect(await maker.makeDaily()).toMatchObject({ reason: 'daily' });
  await library.run({ kind: 'star', value: false }, makePaper());
  expect(await maker.makeDaily()).toBeNull(); // not twice a day
  library.clock.now += DAY;
  expect(await maker.makeDaily()).not.toBeNull();
  library.clock.now += DAY;
  expect(await maker.makeDaily()).toBeNull(); // nothing changed
  await theme.setValue('dark');
  expect(await maker.makeDaily()).not.toBeNull();
  expect(await store.list()).toHaveLength(3);
});

test('what cannot be kept harms none of those that are', async () => {
  const { library, store, maker } = await setUp();
  await library.run({ kind: 'star', value: true }, makePaper());
  const first = await maker.make('asked');
  library.clock.now += DAY;
  failNextWrite('files', 'fails', 'QuotaExceededError');
  await expect(maker.make('daily')).rejects.toThrow();
  expect(await store.list()).toEqual([first]);
  expect(await store.read(first.name)).not.toBeNull();
});

describe('beside the databases', () => {
  const { files, storage } = fakeFileSystem();
  beforeEach(() => {
    files.clear();
    vi.stubGlobal('navigator', { storage });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('the last backup outlives them, and is among the next ones', async () => {
    const { library, maker, textOf } = await setUp();
    await library.run({ kind: 'star', value: true }, makePaper());
    await maker.make('asked');
    library.clock.now += DAY;
    const last = await maker.make('asked');
    const file = await textOf(last.name);

    await Dexie.delete(`${library.db.name}-backups`);
    const again = openBackups(library.db.name);
    expect(await again.list()).toEqual([last]);
    expect(await again.read('another')).toBeNull();
    const bytes = await again.read(last.name);
    expect(bytes && (await (await unpack(bytes)).text())).toBe(file);

    library.clock.now += DAY;
    const fresh = createBackupMaker(library.queries, again, () => library.clock.now);
    const next = await fresh.make('asked');
    expect(await again.list()).toEqual([next, last]);
    expect(await again.read(last.name)).toEqual(bytes);
  });

  test('where it cannot be kept there too, it is kept', async () => {
    const { library, store, maker } = await setUp();
    await library.run({ kind: 'star', value: true }, makePaper());
    vi.stubGlobal('navigator', {
      storage: { getDirectory: async () => ({ getFileHandle: () => Promise.reject(new Error()) }) },
    });
    const backup = await maker.make('asked');
    expect(await store.list()).toEqual([backup]);
  });

  test.each([
    ['cut off', (text: Blob) => text.slice(0, text.size - 1)],
    ['cut off in its first line', (text: Blob) => text.slice(0, 20)],
    ['empty', () => new Blob()],
    ['not ours', () => new Blob(['{"name":7}\n'])],
    [
      'of a time that there is not',
      async (file: Blob) => new Blob([(await file.text()).replace(/"at":\d+/, '"at":1e999')]),
    ],
  ])('one that is %s is none', async (_, harm) => {
    const { library, maker } = await setUp();
    await library.run({ kind: 'star', value: true }, makePaper());
    const { name } = await maker.make('asked');
    for (const [key, file] of files) files.set(key, await harm(file));
    await Dexie.delete(`${library.db.name}-backups`);
    const again = openBackups(library.db.name);
    expect(await again.list()).toEqual([]);
    expect(await again.read(name)).toBeNull();
  });
});
