// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchEntries, searchTitles } from '@/lib/arxiv/client';
import { lastRequest } from '@/lib/arxiv/last-request';
import { lookupProgress } from '@/lib/arxiv/lookup-progress';
import { createTurns } from '@/lib/arxiv/turns';
import { createAbstractSource } from '@/lib/background/abstracts';
import { createMetadataLookup } from '@/lib/background/metadata-lookup';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createMetadataGaps } from '@/lib/library/queries/metadata-gaps';
import { EMPTY_METADATA, type PaperId, UNDECIDED } from '@/lib/paper';
import type { AbstractsProblem } from '@/lib/protocol/abstracts';
import type { Imported } from '@/lib/protocol/imported';
import { fetchAbstracts, lookUpImports } from '@/lib/settings/settings';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf } from '../../helpers/papers';
import { entryXml, errorXml, feedXml, idsAsked } from '../arxiv/fake-api';

let library: TestLibrary;
/** When each request was made, and what for. */
let requests: { readonly at: number; readonly asked: string }[];
/** arXiv's papers, by id. */
let titles: Record<string, string>;
/** What it answers next instead. */
let troubles: Response[];
/** What was told of that. */
let problems: (AbstractsProblem | null)[];

beforeEach(async () => {
  fakeBrowser.reset();
  library = await openLibrary();
  requests = [];
  titles = {};
  troubles = [];
  problems = [];
  await lookUpImports.setValue(true);
});

/** Answers for ids, and for the words of titles, as arXiv does. */
const arxiv: typeof fetch = async (input) => {
  const url = new URL(String(input));
  const query = url.searchParams.get('search_query');
  requests.push({ at: library.clock.now, asked: query ?? idsAsked(url.href).join(',') });
  const trouble = troubles.shift();
  if (trouble) return trouble;
  const words = (title: string) => title.toLowerCase().split(/\W+/);
  const isFound = ([id, title]: [string, string]) =>
    query === null
      ? idsAsked(url.href).includes(id)
      : query.split(' OR ').some((one) => {
          const terms = [...one.matchAll(/ti:(\w+)/g)].map(([, term]) => term ?? '');
          return terms.every((term) => words(title).includes(term));
        });
  const found = Object.entries(titles).filter(isFound);
  return new Response(feedXml(...found.map(([id, title]) => entryXml({ id: `${id}v1`, title }))));
};

/** As a worker has it that was just started; its time goes on while it sleeps. */
function startWorker(sleep?: () => Promise<void>) {
  const { clock, db, commands } = library;
  const turns = createTurns({
    memory: { get: () => lastRequest.getValue(), set: (last) => lastRequest.setValue(last) },
    onProblem: (problem) => problems.push(problem),
    now: () => clock.now,
    sleep:
      sleep ??
      (async (milliseconds) => {
        clock.now += milliseconds;
      }),
  });
  const cache = createAbstractCache(db, () => clock.now);
  const gaps = createMetadataGaps(db, () => clock.now);
  const outside = {
    fetchEntries: (ids: readonly PaperId[]) => fetchEntries(ids, arxiv),
    searchTitles: (wanted: readonly string[]) => searchTitles(wanted, arxiv),
  };
  return {
    lookup: createMetadataLookup({ gaps, cache, turns, manage: commands.manage }, outside),
    abstracts: createAbstractSource(cache, turns, () => {}, { ...outside, now: () => clock.now }),
  };
}

async function importPapers(...papers: [PaperId, Partial<Imported['meta']>?][]): Promise<void> {
  const op = crypto.randomUUID();
  for (let part = 0; part * 500 < papers.length; part += 1) {
    const some = papers.slice(part * 500, (part + 1) * 500);
    await library.commands.saveImportPart({
      ...{ op, part },
      papers: some.map(([id, meta]) => ({
        id,
        meta: { ...EMPTY_METADATA, title: `Of ${id}`, source: 'elsewhere', ...meta },
        triage: { ...UNDECIDED, tags: ['mine'], note: `Note of ${id}`, added: null },
      })),
    });
  }
  const task = { kind: 'importPapers', parts: Math.ceil(papers.length / 500) };
  saved(await library.commands.manage({ op, task }));
}

const isDone = () =>
  vi.waitFor(async () => {
    expect((await lookupProgress.getValue()).waiting).toEqual([]);
    expect(await browser.alarms.get('look-up')).toBeUndefined();
  }, 10_000);
const record = (id: PaperId) => library.db.papers.get(id);
const title = (name: string): [PaperId, Partial<Imported['meta']>] => [
  `title:${name.toLowerCase()}`,
  { title: name },
];

test('nothing is asked unless the user wants it; turning it on begins', async () => {
  await lookUpImports.setValue(false);
  titles = { '2611.00001': 'Lattices of moss' };
  await importPapers([idOf(1)]);
  const worker = startWorker();
  await worker.lookup.begin();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(requests).toEqual([]);
  await lookUpImports.setValue(true);
  await vi.waitFor(async () => expect((await record(idOf(1)))?.meta.abstract).not.toBeNull());
  await isDone();
});

test('papers with an id learn what they lack, a hundred at once', async () => {
  const ids = Array.from({ length: 150 }, (_, n) => idOf(n + 1));
  titles = Object.fromEntries(ids.slice(0, 149).map((id) => [id.slice(6), `Paper ${id}`]));
  await importPapers(...ids.map((id): [PaperId] => [id]));
  await startWorker().lookup.begin();
  await isDone();
  expect(requests.map(({ asked }) => asked.split(',').length)).toEqual([100, 50]);
  expect(await lookupProgress.getValue()).toEqual({
    waiting: [],
    done: 150,
    found: 149,
    joins: [],
  });
  expect(await record(idOf(1))).toMatchObject({
    meta: { abstract: 'We show 2611.00001v1.', authors: ['Ada Čapek'] },
    triage: { tags: ['mine'], note: `Note of ${idOf(1)}` },
  });
  expect((await record(idOf(150)))?.meta.abstract).toBeNull();
});

test('papers without one get it, where the title is exactly the same', async () => {
  titles = { '2611.00001': 'Lattices of Moss: A Survey', '2611.00002': 'Patterns in ferns of old' };
  await importPapers(
    title('Lattices of moss – a survey'),
    title('Patterns in ferns'),
    title('Nobody wrote this paper'),
  );
  await startWorker().lookup.begin();
  await isDone();
  expect(requests).toHaveLength(1);
  expect(await record(idOf(1))).toMatchObject({
    shelf: 'list',
    aliases: ['title:lattices of moss – a survey'],
    meta: { abstract: expect.any(String), source: 'arxiv' },
    triage: { tags: ['mine'], note: 'Note of title:lattices of moss – a survey' },
  });
  expect(await lookupProgress.getValue()).toMatchObject({ done: 3, found: 1 });
  expect((await record('title:patterns in ferns'))?.shelf).toBe('list');

  const [join] = (await lookupProgress.getValue()).joins;
  const undone = saved(await library.undo(join ?? ''));
  expect(undone.text).toBe('Undid: Found the arXiv id of 1 paper');
  expect((await record('title:lattices of moss – a survey'))?.shelf).toBe('list');
  await startWorker().lookup.begin();
  await isDone();
  expect(requests).toHaveLength(1); // none of them is asked for again
});

test('the distance is kept with abstracts that pages want, and over restarts', async () => {
  await fetchAbstracts.setValue(true);
  await importPapers(...Array.from({ length: 60 }, (_, n) => title(`Lattices of moss part ${n}`)));
  const first = startWorker();
  await first.lookup.begin();
  for (let n = 100; n < 105; n += 1) await first.abstracts.ask([idOf(n)]);
  await isDone();
  await importPapers(title('Lattices of moss, the last part'));
  startWorker();
  await startWorker().lookup.begin();
  await isDone();
  expect(requests.length).toBeGreaterThanOrEqual(8);
  for (const [index, { at }] of requests.slice(1).entries()) {
    expect(at - (requests[index]?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
  }
});

test('an import is undone as one, with the papers that were joined since', async () => {
  titles = { '2611.00001': 'Lattices of moss', '2611.00002': 'Patterns in ferns of old' };
  await importPapers([idOf(1)], title('Patterns in ferns of old'));
  await startWorker().lookup.begin();
  await isDone();
  expect((await record(idOf(2)))?.shelf).toBe('list');
  saved(await library.commands.undoLatest(crypto.randomUUID()));
  const shelves = (await library.db.papers.toArray()).map(({ shelf }) => shelf);
  expect(shelves).toEqual(['none', 'none', 'none']);
});

test('papers of an import that was undone are not asked for', async () => {
  await importPapers([idOf(1)], title('Lattices of moss'));
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await startWorker(() => asleep).lookup.begin();
  saved(await library.commands.undoLatest(crypto.randomUUID()));
  wake();
  await isDone();
  expect(requests).toEqual([]);
});

describe('what goes wrong', () => {
  test('makes pauses that grow, is told, and is over with the first answer', async () => {
    titles = { '2611.00001': 'Lattices of moss' };
    troubles = Array.from({ length: 3 }, () => new Response('', { status: 500 }));
    await importPapers([idOf(1)]);
    await startWorker().lookup.begin();
    await isDone();
    expect(problems.map((one) => one?.text ?? null)).toEqual([
      ...Array.from({ length: 3 }, () => 'arXiv’s server has a problem at present.'),
      null,
    ]);
    const times = requests.map(({ at }) => at);
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([
      3_000, 10_000, 30_000,
    ]);
    expect((await lastRequest.getValue()).problem).toBeNull();
    expect(await lookupProgress.getValue()).toMatchObject({ done: 1, found: 1 });
  });

  test('a worker that was stopped goes on when the alarm wakes it', async () => {
    titles = { '2611.00001': 'Lattices of moss' };
    await importPapers([idOf(1)]);
    await startWorker(() => new Promise(() => {})).lookup.begin();
    await vi.waitFor(async () => expect(await browser.alarms.get('look-up')).toBeDefined());
    expect((await lookupProgress.getValue()).waiting).toEqual([idOf(1)]);
    startWorker();
    await isDone();
    expect((await record(idOf(1)))?.meta.abstract).not.toBeNull();
  });

  test('an id or a title that arXiv refuses does not spoil the others', async () => {
    titles = { '2611.00001': 'Lattices of moss', '2611.00003': 'Patterns in ferns of old' };
    await importPapers([idOf(1)], [idOf(2)], title('Patterns in ferns of old'));
    const refusal = () => new Response(errorXml('incorrect id format'), { status: 400 });
    troubles = [refusal(), new Response(feedXml(entryXml({ id: '2611.00001v1' }))), refusal()];
    await startWorker().lookup.begin();
    await isDone();
    expect(requests.map(({ asked }) => asked)).toEqual([
      ...['2611.00001,2611.00002', '2611.00001', '2611.00002'],
      '(ti:patterns AND ti:ferns AND ti:old)',
    ]);
    expect(await lookupProgress.getValue()).toMatchObject({ done: 3, found: 2 });
    expect((await record(idOf(3)))?.shelf).toBe('list');
  });
});
