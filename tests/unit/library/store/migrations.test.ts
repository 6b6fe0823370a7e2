// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Dexie from 'dexie';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { openBackups } from '@/lib/backup/backup-store';
import { unpack } from '@/lib/backup/pack';
import { openDatabase } from '@/lib/connections/open-database';
import { toSavedPaper } from '@/lib/exchange/formats/winnow-write';
import { readSavedLibrary } from '@/lib/exchange/import/read-saved-library';
import { createCommands } from '@/lib/library/commands/commands';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createVisits } from '@/lib/library/observations/visits';
import { createQueries } from '@/lib/library/queries/queries';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { MIGRATIONS } from '@/lib/library/store/migrations';
import type { Metadata, PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import { type Rule, RuleSchema } from '@/lib/protocol/rule';
import { SavedPaperSchema } from '@/lib/protocol/saved-library';
import { openLibrary } from '../../../helpers/library';
import { writeSample } from '../../../helpers/library-sample';
import { answer, idsOf } from '../../../helpers/lists';
import { idOf, makePaper } from '../../../helpers/papers';
import { writeRulesSample } from '../commands/rules-sample';

const FIXTURES = path.resolve('tests/fixtures/library');
const VERSIONS = MIGRATIONS.map(({ version }) => version);
const NEWEST = Math.max(...VERSIONS);

interface StoredRecord {
  readonly id?: PaperId;
  readonly num?: number;
  readonly shelf?: string;
}

/** What a version wrote, and what it means to the user: this may never change. */
interface Fixture {
  readonly written: Readonly<Record<string, readonly StoredRecord[]>>;
  readonly expected: Meaning;
}

interface Meaning {
  readonly states: States;
  readonly meta: Readonly<Record<PaperId, Metadata>>;
  /** Ids on the reading list, then those dismissed; in the order in which they came there. */
  readonly list: readonly PaperId[];
  readonly dismissed: readonly PaperId[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** The paper is in the trash, and what it is when it comes out. */
  readonly restored: States;
  /** An operation that can still be undone, and what this gives. */
  readonly undo: { readonly op: OperationId; readonly states: States };
  /** Since version 2; before it there are none. */
  readonly rules?: readonly Rule[];
  readonly lastVisits?: Readonly<Record<string, number>>;
  readonly seen?: readonly PaperId[];
  readonly abstracts?: Readonly<Record<PaperId, string>>;
  /** Since version 6. */
  readonly sentToZotero?: readonly PaperId[];
}

function readFixture(version: number): Fixture {
  const file = path.join(FIXTURES, `v${version}.json`);
  if (!existsSync(file)) {
    throw new Error(
      `${file} is missing. It holds what version ${version} of the library writes for ` +
        'writeSample and writeRulesSample ("written"), and what that means ("expected").',
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Fixture;
}

/** A database as that version left it. */
async function writeAsVersion(version: number, name: string, written: Fixture['written']) {
  const db = new Dexie(name);
  for (const step of MIGRATIONS) {
    if (step.version <= version) db.version(step.version).stores(step.stores);
  }
  await db.open();
  for (const [table, records] of Object.entries(written)) await db.table(table).bulkAdd(records);
  db.close();
}

/** Made from the papers, and made again where they are missing: no fixture holds them. */
const INDEXES = ['catalogue', 'titles', 'unindexed', 'segments', 'postings', 'vocabularies'];

/** Everything the database holds, by table. */
async function contents(db: LibraryDatabase): Promise<Record<string, unknown[]>> {
  const kept = db.tables.filter(({ name }) => !INDEXES.includes(name));
  const tables = kept.map(async (table) => [table.name, await table.toArray()]);
  const found: Record<string, { key?: string }[]> = Object.fromEntries(await Promise.all(tables));
  return { ...found, state: (found.state ?? []).filter(({ key }) => key !== 'indexes') };
}

async function meaningOf(db: LibraryDatabase, expected: Meaning): Promise<Meaning> {
  const { restored, undo, meta, lastVisits = {} } = expected;
  const queries = createQueries(db);
  const commands = createCommands(db);
  const ids = Object.keys(meta) as PaperId[];
  const records = await db.papers.toArray();
  const before = {
    states: await queries.states(ids),
    meta: Object.fromEntries(records.map((record) => [record.id, record.meta])),
    list: await idsOf(db, await answer(db)),
    dismissed: await idsOf(db, await answer(db, { shelf: 'dismissed' })),
    tags: await queries.tags(),
    rules: await queries.rules(),
    ...(await meaningOfVisits(db, Object.keys(lastVisits))),
    abstracts: (await createAbstractCache(db).find(await db.abstracts.toCollection().primaryKeys()))
      .known,
    sentToZotero: await queries.sentToZotero(),
  };
  const papers = Object.keys(restored).map((id) => ({ id, paper: null }));
  const restoring = { op: crypto.randomUUID(), change: { kind: 'restore' }, papers };
  const fromTrash = await commands.run(restoring);
  const undone = await commands.undo(crypto.randomUUID(), undo.op);
  return {
    ...before,
    restored: fromTrash.ok ? fromTrash.states : {},
    undo: { op: undo.op, states: undone.ok ? undone.states : {} },
  };
}

async function meaningOfVisits(db: LibraryDatabase, listings: readonly string[]) {
  const { seenBefore } = createVisits(db);
  const ids = await db.seen.toCollection().primaryKeys();
  const visits = await Promise.all(
    listings.map(async (listing) => [listing, (await seenBefore({ listing, ids })).lastVisit]),
  );
  return {
    lastVisits: Object.fromEntries(visits),
    seen: (await seenBefore({ listing: '', ids })).seen,
  };
}

/** What versions mean that had no rules, visits and abstracts yet. */
const NONE_YET = { rules: [], lastVisits: {}, seen: [], abstracts: {}, sentToZotero: [] };

test('versions go up from 1, one by one', () => {
  expect(VERSIONS).toEqual(VERSIONS.map((_, index) => index + 1));
});

test('every version has records as it wrote them, and no version is made up', () => {
  const expected = VERSIONS.map((version) => `v${version}.json`);
  expect(readdirSync(FIXTURES).sort()).toEqual(expected.sort());
});

describe.each(VERSIONS)('a library of version %i', (version) => {
  test('means the same in the newest version', async () => {
    const { written, expected } = readFixture(version);
    const name = `winnow-v${version}`;
    await writeAsVersion(version, name, written);
    const db = openDatabase(name);
    await db.open();
    expect(db.verno).toBe(NEWEST);
    expect(await meaningOf(db, expected)).toEqual({ ...NONE_YET, ...expected });
    await db.delete();
  });
});

test.each(VERSIONS)(
  'papers and rules of version %i get all that they have now',
  async (version) => {
    const name = `winnow-all-${version}`;
    await writeAsVersion(version, name, readFixture(version).written);
    const db = openDatabase(name);
    const papers = (await db.papers.toArray()).map((record) => toSavedPaper(record));
    expect(papers).toEqual(papers.map((paper) => v.parse(SavedPaperSchema, paper)));
    const writes = (await db.writes.toArray()).flatMap(({ rules = [] }) => rules);
    const rules = [
      ...(await db.rules.toArray()).map(({ rule }) => rule),
      ...writes.flatMap(({ before, after }) => [before.rule ?? [], after.rule ?? []].flat()),
    ];
    expect(rules).toEqual(rules.map((rule) => v.parse(RuleSchema, rule)));
    await db.delete();
  },
);

/** The first version whose papers and rules were written into files of ours. */
const FIRST_IN_FILES = 5;

test.each(VERSIONS.filter((version) => version >= FIRST_IN_FILES))(
  'files with papers and rules as in version %i are read whole',
  (version) => {
    const { papers = [], rules = [] } = readFixture(version).written;
    const kept = papers.map(({ num: _, shelf: __, ...paper }) => paper);
    const file = JSON.stringify({ format: 'winnow', version: 1, rules, papers: kept });
    const library = readSavedLibrary(file);
    expect([...library.papers()].filter((found) => 'unreadable' in found)).toEqual([]);
    expect(library.problems).toEqual([]);
  },
);

test.each(VERSIONS.filter((version) => version < NEWEST))(
  'a library of version %i is backed up before it is upgraded',
  async (version) => {
    const { written } = readFixture(version);
    const name = `winnow-before-${version}`;
    await writeAsVersion(version, name, written);
    const db = openDatabase(name);
    await db.open();
    const store = openBackups(name);
    const [backup, ...others] = await store.list();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ reason: 'upgrade', papers: written.papers?.length });
    const file = await unpack((await store.read(backup?.name ?? '')) as Uint8Array<ArrayBuffer>);
    const { papers, problems, rest } = readSavedLibrary(await file.text());
    const found = [...papers()].map((one) => ('saved' in one ? one.saved.id : one.unreadable));
    expect(found).toEqual(written.papers?.map(({ id }) => id));
    expect([problems, rest.rules.length]).toEqual([[], written.rules?.length ?? 0]);
    await db.delete();
  },
);

test('a library that took the place of an open one is backed up too', async () => {
  const name = 'winnow-replaced';
  const db = openDatabase(name);
  await db.papers.count();
  const { written } = readFixture(NEWEST - 1);
  await Dexie.delete(name); // closes the connection, which Dexie opens again for the next query
  await writeAsVersion(NEWEST - 1, name, written);
  expect(await db.papers.count()).toBe(written.papers?.length);
  expect(await openBackups(name).list()).toMatchObject([{ reason: 'upgrade' }]);
  await db.delete();
});

test('a library that is new, or of this version, needs no backup', async () => {
  const { db } = await openLibrary();
  db.close();
  await db.open();
  expect(await openBackups(db.name).list()).toEqual([]);
});

test('papers of before version 3 are numbered, and new ones after them', async () => {
  const { written } = readFixture(2);
  await writeAsVersion(2, 'winnow-unnumbered', written);
  const db = openDatabase('winnow-unnumbered');
  const numbers = (await db.papers.toArray()).map(({ num }) => num);
  expect(numbers).toEqual(written.papers?.map((_, index) => index));
  const paper = makePaper({ id: idOf(77) });
  const star = { kind: 'star', value: true };
  const command = { op: crypto.randomUUID(), change: star, papers: [{ id: paper.id, paper }] };
  expect(await createCommands(db).run(command)).toMatchObject({ ok: true });
  expect((await db.papers.get(paper.id))?.num).toBe(numbers.length);
  await db.delete();
});

describe('the newest version', () => {
  test('reads its own records unchanged', async () => {
    const { written } = readFixture(NEWEST);
    await writeAsVersion(NEWEST, 'winnow-newest', written);
    const db = openDatabase('winnow-newest');
    expect(await contents(db)).toEqual(written);
    await db.delete();
  });

  test('writes what its fixture holds; if not, records changed and a new version is due', async () => {
    const { db } = await openLibrary();
    await writeSample(db);
    await writeRulesSample(db);
    expect(JSON.parse(JSON.stringify(await contents(db)))).toEqual(readFixture(NEWEST).written);
  });
});

test('a database of a later version of Winnow is not touched', async () => {
  const { written } = readFixture(NEWEST);
  await writeAsVersion(NEWEST, 'winnow-later', written);
  const later = new Dexie('winnow-later');
  for (const { version, stores } of MIGRATIONS) later.version(version).stores(stores);
  later.version(NEWEST + 1).stores({ inventions: 'id' });
  await later.open();
  later.close();

  const db = openDatabase('winnow-later');
  const papers = [{ id: written.papers?.[0]?.id, paper: null }];
  const star = { op: crypto.randomUUID(), change: { kind: 'star', value: true }, papers };
  const refused = await createCommands(db).run(star);
  expect(refused).toMatchObject({ ok: false, code: 'storage' });
  expect(refused).toHaveProperty('message', expect.stringContaining('later version of Winnow'));
  await expect(createQueries(db).tags()).rejects.toThrow('later version of Winnow');
  db.close();

  await later.open();
  expect(later.verno).toBe(NEWEST + 1);
  for (const [table, records] of Object.entries(written)) {
    expect(await later.table(table).toArray()).toEqual(records);
  }
  await later.delete();
});

test('an open connection makes way for a later version', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const db = openDatabase('winnow-makes-way');
  await db.open();
  const later = new Dexie('winnow-makes-way');
  later.version(NEWEST + 1).stores({ inventions: 'id' });
  await later.open();
  expect(db.isOpen()).toBe(false);
  await later.delete();
  warn.mockRestore();
});
