// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createZoteroConnector, type ZoteroFailure } from '@/lib/zotero/connector';
import { toZoteroItem } from '@/lib/zotero/item';
import { makeRecord } from '../../helpers/exchange';
import { ZoteroServer } from '../../helpers/zotero-server';

let server: ZoteroServer;
beforeEach(async () => {
  server = new ZoteroServer();
  await server.start();
});
afterEach(() => server.stop());

const zotero = (timeOut?: number) => createZoteroConnector(server.origin, fetch, timeOut);
const ITEM = toZoteroItem(
  makeRecord({ authors: ['Ada Byte'] }, { tags: ['a'], note: 'b' }),
  'AAAA2222',
);
const save = (timeOut?: number, session = 'one') =>
  zotero(timeOut).save(session, 'https://arxiv.org/abs/2611.00001', [ITEM]);

/** The way in which something fails. */
async function problemOf(work: Promise<unknown>): Promise<string> {
  const failure = await work.then(
    () => null,
    (error: ZoteroFailure) => error,
  );
  expect(failure?.message).toMatch(/^[A-Z].*\.$/);
  return failure?.problem ?? 'none';
}

test('Zotero says where papers go, and takes them', async () => {
  expect(await zotero().target()).toEqual({
    library: 'My Library',
    collection: 'Reading',
    isEditable: true,
  });
  server.manner.collection = null;
  expect(await zotero().target()).toMatchObject({ library: 'My Library', collection: null });
  await save();
  expect(server.complaints).toEqual([]);
  expect(server.saved).toEqual([ITEM]);
});

test('a session that was sent before is there, and is not saved again', async () => {
  await save();
  await save();
  expect(server.saved).toHaveLength(1);
});

describe('each failure is told apart:', () => {
  test('Zotero is not running', async () => {
    const { origin } = server;
    const closed = createZoteroConnector(origin);
    await server.stop();
    expect(await problemOf(closed.target())).toBe('not-running');
    expect(await problemOf(closed.save('one', '', [ITEM]))).toBe('not-running');
    server = new ZoteroServer();
    await server.start();
  });

  test('it does not answer', async () => {
    server.manner.silences = 1;
    expect(await problemOf(save(200))).toBe('time-out');
  });

  test('it does not speak our version', async () => {
    server.manner.version = 4;
    expect(await problemOf(save())).toBe('version');
  });

  test('the collection can only be read', async () => {
    server.manner.isEditable = false;
    expect(await zotero().target()).toMatchObject({ isEditable: false });
    expect(await problemOf(save())).toBe('read-only');
  });

  test('it fails', async () => {
    server.manner.failures = 1;
    expect(await problemOf(save())).toBe('failed');
  });

  test.each([
    [200, '<!doctype html><p>A router</p>'],
    [200, '{"libraryName": 7}'],
    [200, ''],
    [302, ''],
    [403, 'Forbidden'],
    [404, 'Not found'],
  ])('another program answers with %i %s', async (status, body) => {
    server.manner.other = { status, body };
    expect(await problemOf(zotero().target())).toBe('no-zotero');
    expect(await problemOf(save())).toBe('no-zotero');
  });
});
