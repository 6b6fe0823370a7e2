// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createZoteroSender } from '@/lib/background/zotero';
import { createSentToZotero } from '@/lib/library/queries/sent-to-zotero';
import type { Paper, PaperId } from '@/lib/paper';
import { zoteroPattern } from '@/lib/protocol/zotero-origin';
import { createZoteroConnector } from '@/lib/zotero/connector';
import { failNextWrite, openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';
import { fakePermissions } from '../../helpers/permissions';
import { ZoteroServer } from '../../helpers/zotero-server';

let library: TestLibrary;
let server: ZoteroServer;
let granted: Set<string>;

beforeEach(async () => {
  fakeBrowser.reset();
  granted = fakePermissions();
  granted.add(zoteroPattern(false));
  library = await openLibrary();
  server = new ZoteroServer();
  await server.start();
});
afterEach(() => server.stop());

const sender = () =>
  createZoteroSender(
    createSentToZotero(library.db, () => library.clock.now),
    createZoteroConnector(server.origin, fetch, 500),
  );
const send = (ids: readonly PaperId[], session: string = crypto.randomUUID(), paper?: Paper) =>
  sender().send({ session, papers: ids.map((id) => ({ id, paper: paper ?? null })) });
const [ONE, TWO] = [makePaper(), makePaper({ id: idOf(2), title: 'Another' })];
const titles = () => server.saved.map(({ title }) => title);

test('papers go with tags and notes, and that is remembered', async () => {
  saved(await library.run({ kind: 'tag', tag: 'to read', value: true }, ONE, TWO));
  saved(await library.run({ kind: 'note', value: 'a < b' }, ONE));
  expect(await sender().target()).toMatchObject({ ok: true, target: { collection: 'Reading' } });
  expect(await send([ONE.id, TWO.id])).toEqual({ ok: true });
  expect(server.complaints).toEqual([]);
  expect(server.saved).toMatchObject([
    { title: ONE.title, tags: [{ tag: 'to read' }], notes: [{ note: '<p>a &lt; b</p>' }] },
    { title: TWO.title, tags: [{ tag: 'to read' }], notes: [] },
  ]);
  expect(await library.queries.sentToZotero()).toEqual([ONE.id, TWO.id]);
});

test('a paper of a page that the library does not have goes as the page shows it', async () => {
  expect(await send([TWO.id], undefined, TWO)).toEqual({ ok: true });
  expect(await send([idOf(9)])).toEqual({ ok: true }); // it is gone since
  expect(titles()).toEqual(['Another']);
  expect(await library.queries.sentToZotero()).toEqual([TWO.id]);
});

test('what was sent stays known when papers are merged, and when that is undone', async () => {
  saved(await library.run({ kind: 'star', value: true }, ONE, TWO));
  await send([TWO.id]);
  const op = crypto.randomUUID();
  const task = { kind: 'mergePapers', merges: [{ into: ONE.id, from: [TWO.id] }] };
  saved(await library.commands.manage({ op, task }));
  expect(await library.queries.sentToZotero()).toEqual([ONE.id]);
  saved(await library.undo(op));
  expect(await library.queries.sentToZotero()).toEqual([TWO.id]);
});

test('without permission nothing is asked', async () => {
  granted.clear();
  expect(await sender().target()).toMatchObject({ ok: false, problem: 'not-allowed' });
  expect(await send([ONE.id], undefined, ONE)).toMatchObject({ problem: 'not-allowed' });
  expect(server.saved).toEqual([]);
});

test('what failed is not remembered', async () => {
  server.manner.failures = 1;
  expect(await send([ONE.id], undefined, ONE)).toMatchObject({ ok: false, problem: 'failed' });
  expect(await library.queries.sentToZotero()).toEqual([]);
});

test('a batch whose answer was lost, sent again under its name, is saved once', async () => {
  server.manner.silences = 1;
  const session = crypto.randomUUID();
  expect(await send([ONE.id], session, ONE)).toMatchObject({ ok: false, problem: 'time-out' });
  expect(await send([ONE.id], session, ONE)).toEqual({ ok: true });
  expect(titles()).toEqual([ONE.title]);
  expect(await library.queries.sentToZotero()).toEqual([ONE.id]);
});

test('a full disk is told of: the papers are in Zotero all the same', async () => {
  failNextWrite('zotero', 'fails', 'QuotaExceededError');
  const session = crypto.randomUUID();
  expect(await send([ONE.id], session, ONE)).toMatchObject({
    problem: 'not-kept',
    message: expect.stringContaining('in Zotero'),
  });
  expect(await send([ONE.id], session, ONE)).toEqual({ ok: true });
  expect(titles()).toEqual([ONE.title]);
});

test('what is no batch is refused', async () => {
  expect(await sender().send({ session: 'x', papers: [] })).toMatchObject({ ok: false });
  expect(await send(Array.from({ length: 26 }, (_, n) => idOf(n)))).toMatchObject({ ok: false });
});
