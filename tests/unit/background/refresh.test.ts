// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchEntries } from '@/lib/arxiv/client';
import { lastRequest } from '@/lib/arxiv/last-request';
import { createTurns } from '@/lib/arxiv/turns';
import { createRefresher, type Refresher } from '@/lib/background/refresh';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import type { Progress } from '@/lib/protocol/news';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';
import { entryXml, errorXml, fakeArxiv, feedXml, HTML, idsAsked } from '../arxiv/fake-api';

let library: TestLibrary;
let progress: Progress[];
/** When each request was made, and for which ids. */
let requests: { readonly at: number; readonly ids: readonly string[] }[];

beforeEach(async () => {
  fakeBrowser.reset();
  library = await openLibrary();
  progress = [];
  requests = [];
});

function refresher(arxiv: typeof fetch = fakeArxiv()): Refresher {
  const { clock, commands } = library;
  const watched: typeof fetch = (url, init) => {
    requests.push({ at: clock.now, ids: idsAsked(String(url)) });
    return arxiv(url, init);
  };
  const turns = createTurns({
    memory: { get: () => lastRequest.getValue(), set: (last) => lastRequest.setValue(last) },
    onProblem: () => undefined,
    now: () => clock.now,
    sleep: async (milliseconds) => {
      clock.now += milliseconds;
    },
  });
  return createRefresher(
    { turns, manage: commands.manage, onProgress: (one) => progress.push(one) },
    { fetchEntries: (ids) => fetchEntries(ids, watched), now: () => clock.now },
  );
}

const request = (...ids: PaperId[]) => ({ op: crypto.randomUUID(), ids });
const metaOf = async (id: PaperId) => (await library.db.papers.get(id))?.meta;

async function star(...ids: PaperId[]): Promise<void> {
  const papers = ids.map((id) =>
    makePaper({ id, title: `Old ${id}`, abstract: 'Old words.', categories: ['cs.LG'] }),
  );
  saved(await library.run({ kind: 'star', value: true }, ...papers));
}

describe('one paper', () => {
  test('gets title, abstract, authors and their version; one undo takes all of it back', async () => {
    await star(idOf(1));
    const before = await metaOf(idOf(1));
    const answer = saved(await refresher()(request(idOf(1))));
    expect(answer.text).toBe(`Refreshed “Old ${idOf(1)}” from arXiv`);
    expect(await metaOf(idOf(1))).toMatchObject({
      ...{ title: 'Paper 2611.00001v2', abstract: 'We show 2611.00001v2.' },
      ...{ authors: ['Ada Čapek'], version: 2, textVersion: 2, textOrigin: 'paper' },
      categories: ['cs.LG'],
    });
    saved(await library.undo(answer.op));
    expect(await metaOf(idOf(1))).toEqual(before);
  });

  test('keeps what the user wrote', async () => {
    await star(idOf(1));
    saved(await library.run({ kind: 'editTexts', title: 'Mine' }, makePaper()));
    saved(await refresher()(request(idOf(1))));
    const record = await library.db.papers.get(idOf(1));
    expect(record?.meta).toMatchObject({ title: 'Mine', abstract: 'We show 2611.00001v2.' });
    expect(record?.read?.title).toBe('Paper 2611.00001v2');
    expect(record?.triage.starred).toBe(true);
  });

  test('of which arXiv has nothing new is said so, and is no step of undo', async () => {
    await star(idOf(1));
    const { text } = saved(await refresher()(request(idOf(1))));
    const again = saved(await refresher()(request(idOf(1))));
    expect(again.text).toBe('arXiv has nothing new for “Paper 2611.00001v2”');
    expect(again.history.undo).toBe(text);
  });

  test('that arXiv does not know is not changed; an empty answer is asked for again', async () => {
    await star(idOf(1));
    const before = await library.contents();
    expect(await refresher(fakeArxiv([idOf(1)]))(request(idOf(1)))).toMatchObject({
      ok: false,
      message: 'arXiv does not know this paper.',
    });
    expect(requests).toHaveLength(2);
    expect(await library.contents()).toEqual(before);
  });

  test('that an empty answer was only a whim is seen', async () => {
    await star(idOf(1));
    let isFirst = true;
    const whimsical: typeof fetch = async () => {
      const entries = isFirst ? [] : [entryXml({ id: '2611.00001v3' })];
      isFirst = false;
      return new Response(feedXml(...entries));
    };
    saved(await refresher(whimsical)(request(idOf(1))));
    expect((await metaOf(idOf(1)))?.textVersion).toBe(3);
  });
});

test.each<[string, () => Promise<Response>, RegExp]>([
  ['is busy', async () => new Response('Rate exceeded.', { status: 429 }), /asks us to wait/],
  ['is down', async () => new Response(HTML, { status: 503 }), /asks us to wait/],
  ['cannot be reached', () => Promise.reject(new TypeError('offline')), /cannot be reached/],
  ['sends a page', async () => new Response(HTML), /something else than papers/],
  ['complains', async () => new Response(errorXml('incorrect id format')), /not take the request/],
])('says it in words when arXiv %s, and changes nothing', async (_, arxiv, message) => {
  await star(idOf(1));
  const before = await library.contents();
  expect(await refresher(arxiv)(request(idOf(1)))).toMatchObject({
    ok: false,
    code: 'arxiv',
    message: expect.stringMatching(message),
  });
  expect(await library.contents()).toEqual(before);
});

test('does not wait long after arXiv failed, but says when to try again', async () => {
  await star(idOf(1));
  const busy: typeof fetch = async () =>
    new Response('', { status: 503, headers: { 'Retry-After': '180' } });
  await refresher(busy)(request(idOf(1)));
  expect(requests).toHaveLength(1);
  expect(await refresher()(request(idOf(1)))).toMatchObject({
    message: 'arXiv asks us to wait. You can try again in 3 minutes.',
  });
  expect(requests).toHaveLength(1);
  library.clock.now += 180_000;
  saved(await refresher()(request(idOf(1))));
});

describe('many papers', () => {
  const ids = Array.from({ length: 250 }, (_, n) => idOf(n + 1));

  test('are asked about a hundred at a time, three seconds apart, and are one step of undo', async () => {
    await star(...ids);
    const wanted = request(...ids);
    const answer = saved(await refresher()(wanted));
    expect(answer.text).toBe('Refreshed 250 papers from arXiv');
    expect(requests.map(({ ids: asked }) => asked.length)).toEqual([100, 100, 50]);
    const pauses = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(3_000);
    expect(progress).toEqual([0, 100, 200].map((done) => ({ op: wanted.op, done, total: 250 })));
    saved(await library.undo(answer.op));
    expect((await metaOf(idOf(250)))?.title).toBe(`Old ${idOf(250)}`);
  });

  test('keep what came before arXiv failed; the rest is told of', async () => {
    await star(...ids);
    const known = fakeArxiv();
    const failing: typeof fetch = (url, init) =>
      requests.length > 1 ? Promise.reject(new TypeError('offline')) : known(url, init);
    expect(await refresher(failing)(request(...ids))).toMatchObject({
      ok: true,
      text: 'Refreshed 100 papers from arXiv',
      remark: '150 papers were not refreshed. arXiv cannot be reached at present.',
    });
  });

  test('of which arXiv does not know some are told of', async () => {
    await star(idOf(1), idOf(2));
    expect(await refresher(fakeArxiv([idOf(2)]))(request(idOf(1), idOf(2)))).toMatchObject({
      remark: 'arXiv does not know 1 of the papers.',
    });
  });
});

test.each<[string, unknown, string]>([
  ['too many', request(...Array(LIMITS.refreshedAtOnce + 1).fill(idOf(1))), 'Up to 1,000 papers'],
  [
    'papers without an arXiv id',
    request('doi:10.1000/182', 'title:on nothing'),
    'Only papers with',
  ],
  ['what is no id', { op: crypto.randomUUID(), ids: ['arxiv:x'] }, 'This is no paper id.'],
  ['papers that are not in the library', request(idOf(9)), 'does not know this paper yet'],
])('refuses %s', async (_, wanted, message) => {
  expect(await refresher()(wanted)).toMatchObject({
    ok: false,
    message: expect.stringContaining(message),
  });
});
