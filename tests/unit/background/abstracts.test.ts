// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchEntries } from '@/lib/arxiv/client';
import { lastRequest } from '@/lib/arxiv/last-request';
import { createTurns, type TurnServices } from '@/lib/arxiv/turns';
import { createAbstractSource } from '@/lib/background/abstracts';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import type { PaperId } from '@/lib/paper';
import type { News } from '@/lib/protocol/news';
import { fetchAbstracts } from '@/lib/settings/settings';
import { linkedPaper } from '@/lib/sites/linked-paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';
import { fakeArxiv, idsAsked } from '../arxiv/fake-api';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => idOf(from + n));

let library: TestLibrary;
/** When each request was made. */
let requests: { readonly at: number; readonly ids: readonly string[] }[];
let news: News[];

beforeEach(async () => {
  fakeBrowser.reset();
  library = await openLibrary();
  requests = [];
  news = [];
});

function takeTurns(sleep: TurnServices['sleep']) {
  const { clock } = library;
  return createTurns({
    memory: { get: () => lastRequest.getValue(), set: (last) => lastRequest.setValue(last) },
    onProblem: (abstractsProblem) => news.push({ abstractsProblem }),
    now: () => clock.now,
    sleep,
  });
}

/** As a worker has it that was just started; its time goes on while it sleeps. */
function startWorker(arxiv: typeof fetch = fakeArxiv()) {
  const { clock, db } = library;
  const watched: typeof fetch = (url, init) => {
    requests.push({ at: clock.now, ids: idsAsked(String(url)) });
    return arxiv(url, init);
  };
  return createAbstractSource(
    createAbstractCache(db, () => clock.now),
    takeTurns(async (milliseconds) => {
      clock.now += milliseconds;
    }),
    (one) => news.push(one),
    { fetchEntries: (ids) => fetchEntries(ids, watched), now: () => clock.now },
  );
}

const announced = () => news.flatMap(({ abstracts = {} }) => Object.keys(abstracts)) as PaperId[];

describe('turned off', () => {
  test('it is, until the user turns it on; nothing is fetched', async () => {
    const source = startWorker();
    saved(await library.run({ kind: 'star', value: true }, makePaper({ abstract: 'We show.' })));
    expect(await source.ask(range(1, 3))).toEqual({
      known: { [idOf(1)]: 'We show.' },
      waiting: 0,
      problem: null,
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toEqual([]);
  });
});

describe('turned on', () => {
  beforeEach(() => fetchAbstracts.setValue(true));

  test('what is not known is fetched, kept, announced and known from then on', async () => {
    const source = startWorker(fakeArxiv([idOf(3)]));
    const ids = [...range(1, 3), 'doi:10.1000/182'] as PaperId[];
    expect(await source.ask(ids)).toEqual({ known: {}, waiting: 3, problem: null });
    await vi.waitFor(() => expect(news).toHaveLength(1));
    const known = { [idOf(1)]: 'We show 2611.00001v2.', [idOf(2)]: 'We show 2611.00002v2.' };
    expect(news).toEqual([{ abstracts: known }]);
    expect(await source.ask(ids)).toEqual({ known, waiting: 0, problem: null });
    expect(requests).toHaveLength(1);
  });

  test('twenty tabs at once, and a worker stopped in between, keep three seconds apart', async () => {
    const source = startWorker();
    const pages = Array.from({ length: 20 }, (_, tab) => range(tab * 40, tab * 40 + 99));
    await Promise.all(pages.map((ids) => source.ask(ids)));
    await vi.waitFor(() => expect(new Set(announced()).size).toBe(860), 5_000);
    const restarted = startWorker();
    await restarted.ask(range(2_000, 2_001));
    await vi.waitFor(() => expect(new Set(announced()).size).toBe(862));
    const times = requests.map(({ at }) => at);
    for (const [index, at] of times.slice(1).entries()) {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(3_000);
    }
    const asked = requests.flatMap(({ ids }) => ids);
    expect(new Set(asked).size).toBe(asked.length);
    expect(Math.max(...requests.map(({ ids }) => ids.length))).toBe(100);
  });

  test('a problem is announced and told to those who ask, until it is over', async () => {
    const busy = new Response('Rate exceeded.', { status: 429, headers: { 'Retry-After': '60' } });
    const arxiv = vi.fn(fakeArxiv()).mockResolvedValueOnce(busy);
    let wake = () => {};
    const { db, clock } = library;
    const turns = takeTurns(
      (milliseconds) =>
        new Promise((resolve) => {
          if (milliseconds === 0) resolve();
          else wake = resolve;
        }),
    );
    const source = createAbstractSource(createAbstractCache(db), turns, (one) => news.push(one), {
      fetchEntries: (ids) => fetchEntries(ids, arxiv),
      now: () => clock.now,
    });
    const problem = {
      text: 'arXiv asks us to wait.',
      retryAt: clock.now + 60_000,
    };
    await source.ask([idOf(1)]);
    await vi.waitFor(() => expect(news).toEqual([{ abstractsProblem: problem }]));
    expect(await source.ask([idOf(1)])).toEqual({ known: {}, waiting: 1, problem });
    expect(news).toHaveLength(1); // said once, however often a page asks

    clock.now += 60_000;
    expect(await source.ask([idOf(1)])).toMatchObject({ waiting: 1, problem: null });
    wake();
    await vi.waitFor(() => expect(announced()).toEqual([idOf(1)]));
    await vi.waitFor(() => expect(news).toContainEqual({ abstractsProblem: null }));
    expect(arxiv).toHaveBeenCalledTimes(2);
  });

  test('the last request is remembered where it outlives the worker, not the browser', async () => {
    const source = startWorker();
    await source.ask([idOf(1)]);
    await vi.waitFor(() => expect(announced()).toHaveLength(1));
    await vi.waitFor(async () => {
      expect((await browser.storage.session.get('arxivApi')).arxivApi).toMatchObject({
        failures: 0,
        pause: 3_000,
      });
    });
  });

  test('a saved paper learns from what came', async () => {
    saved(await library.run({ kind: 'star', value: true }, makePaper()));
    const source = startWorker();
    await source.ask([idOf(1)]);
    await vi.waitFor(() => expect(announced()).toHaveLength(1));
    expect(await library.db.papers.get(idOf(1))).toMatchObject({
      triage: { starred: true },
      meta: { abstract: 'We show 2611.00001v2.', authors: ['Ada Čapek'], version: 2 },
    });
  });
});

describe('papers saved by a link', () => {
  const LINKED = linkedPaper(idOf(1), null);
  const title = async () => (await library.db.papers.get(LINKED.id))?.meta.title;
  beforeEach(async () => {
    saved(await library.run({ kind: 'star', value: true }, LINKED));
  });

  test('learn what arXiv knows of them, though no abstracts are fetched', async () => {
    const source = startWorker();
    await source.ask(range(2, 3));
    await source.fill(LINKED.id);
    await vi.waitFor(async () => expect(await title()).toBe('Paper 2611.00001v2'));
    expect(requests).toMatchObject([{ ids: ['2611.00001'] }]);
    expect(await library.db.papers.get(LINKED.id)).toMatchObject({
      triage: { starred: true },
      meta: { source: 'arxiv', authors: ['Ada Čapek'] },
    });
  });

  test('offline they wait, and are asked for again by the next worker, until there is an answer', async () => {
    const stopped = new Promise<never>(() => {});
    await startWorker(() => stopped).fill(LINKED.id);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(await title()).toBe(LINKED.title);

    startWorker();
    await vi.waitFor(async () => expect(await title()).toBe('Paper 2611.00001v2'));
    await vi.waitFor(async () =>
      expect(await browser.storage.local.get('papersToFill')).toEqual({ papersToFill: [] }),
    );
    const asked = requests.length;
    startWorker();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toHaveLength(asked);
  });

  test('one that arXiv does not know is asked for no more', async () => {
    await startWorker(fakeArxiv([LINKED.id])).fill(LINKED.id);
    await vi.waitFor(async () =>
      expect(await browser.storage.local.get('papersToFill')).toEqual({ papersToFill: [] }),
    );
    expect(await title()).toBe(LINKED.title);
  });
});

describe('papers that a page links to', () => {
  const kept = async () => (await library.db.abstracts.toArray()).map(({ id }) => id);

  test('are looked up if the user wants that, and what arXiv said of them is kept', async () => {
    const source = startWorker(fakeArxiv([idOf(2)]));
    await source.lookUp(range(1, 2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toEqual([]);

    await fetchAbstracts.setValue(true);
    await source.lookUp([...range(1, 2), 'doi:10.1000/182']);
    await vi.waitFor(async () => expect(await kept()).toEqual(range(1, 2)));
    expect(requests).toMatchObject([{ ids: ['2611.00001', '2611.00002'] }]);
    expect(await library.db.abstracts.get(idOf(1))).toMatchObject({
      abstract: 'We show 2611.00001v2.',
      meta: { title: 'Paper 2611.00001v2', authors: ['Ada Čapek'], source: 'arxiv' },
    });
  });

  test('of which enough is known are not asked for again', async () => {
    await fetchAbstracts.setValue(true);
    const whole = makePaper({ id: idOf(3), abstract: 'Known.', authors: ['Ada Byte'] });
    saved(await library.run({ kind: 'star', value: true }, whole));
    saved(await library.run({ kind: 'star', value: true }, linkedPaper(idOf(4), 'A few words')));
    const source = startWorker(fakeArxiv([idOf(2)]));
    await source.lookUp(range(1, 2));
    await vi.waitFor(async () => expect(await kept()).toEqual(range(1, 2)));
    await source.lookUp(range(1, 4));
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    expect(requests[1]?.ids).toEqual(['2611.00004']);
  });
});
