// @vitest-environment node
/** A saved paper met in a later version says so, until the user took note; and again after an undo. */
import { expect, test } from 'vitest';
import { createVersions } from '@/lib/library/observations/versions';
import { newVersionOf } from '@/lib/library/store/new-version';
import { failNextWrite, openLibrary, saved } from '../../../helpers/library';
import { makePaper } from '../../../helpers/papers';

const STAR = { kind: 'star', value: true } as const;
const SEEN = { kind: 'acknowledgeVersion' } as const;

async function openVersions(version: number | null) {
  const library = await openLibrary(); // its day is 2026-11-20
  const paper = makePaper({ version });
  const { report } = createVersions(library.db);
  saved(await library.run(STAR, paper));
  return {
    library,
    paper,
    /** What is told after a page told this. */
    async told(version: number | null, replacedOn: string | null = null) {
      return (await report([{ id: paper.id, version, replacedOn }]))[paper.id]?.newVersion;
    },
  };
}

test('a later version is told until it is acknowledged, and again when that is undone', async () => {
  const { library, paper, told } = await openVersions(1);
  expect(await told(1)).toBeNull();
  expect(await told(3)).toBe(3);
  expect(await told(2)).toBe(3); // an older page
  const { op } = saved(await library.run(SEEN, paper));
  expect(await told(3)).toBeNull();
  saved(await library.undo(op));
  expect(await told(null)).toBe(3);
  saved(await library.run(SEEN, paper));
  expect(await told(4)).toBe(4);
});

test('a replacement on a later day is told; that of the day it was saved on, or before, is not', async () => {
  const { library, paper, told } = await openVersions(null);
  expect(await told(null, '2026-11-19')).toBeNull();
  expect(await told(null, '2026-11-20')).toBeNull();
  expect(await told(null, '2026-11-24')).toBe(0);
  saved(await library.run(SEEN, paper));
  expect(await told(null, '2026-11-24')).toBeNull();
  expect(await told(null, '2026-12-01')).toBe(0);
});

test('what was saved without a version is known in the first that is met', async () => {
  const { told } = await openVersions(null);
  expect(await told(2)).toBeNull();
  expect(await told(3)).toBe(3);
});

test('nothing is told or kept of papers that are not on the reading list', async () => {
  const { library, paper, told } = await openVersions(1);
  saved(await library.run({ kind: 'dismiss', value: true }, paper));
  expect(await told(2)).toBeUndefined();
  const { report } = createVersions(library.db);
  expect(await report([{ id: 'arxiv:2611.99999', version: 2, replacedOn: null }])).toEqual({});
  expect(await library.db.papers.count()).toBe(1);
});

test('undoing the star forgets the version with it', async () => {
  const { library, paper } = await openVersions(2);
  const [before] = await library.db.papers.toArray();
  expect(before?.knownVersion).toBe(2);
  saved(await library.commands.undoLatest(crypto.randomUUID()));
  const [after] = await library.db.papers.toArray();
  expect(after && newVersionOf(after)).toBeNull();
  expect(after?.knownVersion).toBeUndefined();
  expect(after?.id).toBe(paper.id);
});

test('on a full disk a report is not kept, but still answered; other failures are told', async () => {
  const { told } = await openVersions(1);
  failNextWrite('papers', 'aborts at the end', 'QuotaExceededError');
  expect(await told(2)).toBe(2);
  expect(await told(null)).toBeNull();
  failNextWrite('papers', 'aborts at the end', 'UnknownError');
  await expect(told(2)).rejects.toThrow();
});
