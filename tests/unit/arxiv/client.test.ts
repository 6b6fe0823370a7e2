// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { ApiFailure, fetchEntries } from '@/lib/arxiv/client';
import { paperOf } from '@/lib/arxiv/paper';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import { idOf, tooLong } from '../../helpers/papers';
import { entryXml, errorXml, feedXml, HTML } from './fake-api';

const IDS = [idOf(1), idOf(2)];

function fetching(body: BodyInit, init: ResponseInit = {}) {
  return vi.fn<typeof fetch>(async () => new Response(body, init));
}

async function failureOf(fetcher: typeof fetch, timeOut?: number): Promise<ApiFailure> {
  const failure = await fetchEntries(IDS, fetcher, timeOut).catch((error: unknown) => error);
  if (failure instanceof ApiFailure) return failure;
  throw new Error('It did not fail.', { cause: failure });
}

describe('a request', () => {
  test('asks for all ids at once, and says nothing about the user', async () => {
    const fetcher = fetching(feedXml());
    const ids: PaperId[] = [idOf(1), 'arxiv:hep-th/9901001'];
    await fetchEntries(ids, fetcher);
    const [url, init] = fetcher.mock.calls[0] ?? [];
    expect(url).toBe(
      'https://export.arxiv.org/api/query?id_list=2611.00001,hep-th/9901001&max_results=2',
    );
    expect(init).toMatchObject({ credentials: 'omit' });
  });

  test('gives what was asked for, each once, in whatever order it comes', async () => {
    const others = ['2611.00002v1', '2611.00009v1', '2611.00001v3', '2611.00002v1'];
    const fetcher = fetching(feedXml(...others.map((id) => entryXml({ id }))));
    const entries = await fetchEntries(IDS, fetcher);
    expect(entries.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
  });
});

describe('what goes wrong is told apart', () => {
  const whole = feedXml(entryXml({ id: '2611.00001' }));

  test.each<[string, string, ResponseInit, string]>([
    ['too many requests', 'Rate exceeded.', { status: 429 }, 'busy'],
    ['too many requests, without saying so', 'Rate exceeded.', { status: 200 }, 'busy'],
    ['down for a while', HTML, { status: 503 }, 'busy'],
    ['a broken server', HTML, { status: 500 }, 'server'],
    ['a broken gateway', '', { status: 502 }, 'server'],
    ['shut out', HTML, { status: 403 }, 'server'],
    ['an error of the API', errorXml('internal error'), { status: 200 }, 'server'],
    ['an id that cannot be', errorXml('incorrect id format for x'), { status: 400 }, 'refused'],
    ['the same with status 200', errorXml('incorrect id format for x'), {}, 'refused'],
    ['too long an address', HTML, { status: 414 }, 'refused'],
    ['HTML instead of Atom', HTML, {}, 'unreadable'],
    ['nothing', '', {}, 'unreadable'],
    ['half an answer', whole.slice(0, whole.length / 2), {}, 'cut-off'],
  ])('%s', async (_, body, init, kind) => {
    const failure = await failureOf(fetching(body, init));
    expect(failure).toMatchObject({ kind, retryAfter: null });
    expect(failure.message).toMatch(/^arXiv.*\.$/);
  });

  test('no network', async () => {
    const fetcher = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await failureOf(fetcher)).toMatchObject({ kind: 'offline' });
  });

  test('a connection that breaks in between', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(whole.slice(0, 100)));
        controller.error(new TypeError('network error'));
      },
    });
    expect(await failureOf(fetching(body))).toMatchObject({ kind: 'cut-off' });
  });

  test('an answer that does not come', async () => {
    const fetcher: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    expect(await failureOf(fetcher, 10)).toMatchObject({ kind: 'time-out' });
  });
});

describe('how long the server wants to be left alone', () => {
  const waitOf = async (value: string) =>
    (await failureOf(fetching('', { status: 429, headers: { 'Retry-After': value } }))).retryAfter;

  test('is told in seconds or as a date', async () => {
    expect(await waitOf('120')).toBe(120_000);
    const wait = await waitOf(new Date(Date.now() + 60_000).toUTCString());
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  test.each(['soon', '-5', '', 'Thu, 01 Jan 1970 00:00:00 GMT'])('%j is nothing', async (value) => {
    expect(await waitOf(value)).toBeNull();
  });
});

describe('the paper of an entry', () => {
  const entry = {
    ...{ id: idOf(1), version: 2, title: 'A title', abstract: 'We show.', authors: ['Ada Čapek'] },
    ...{ published: '2026-11-02T09:30:00Z', updated: null, categories: ['cs.LG'] },
    ...{ comment: '3 pages', journalRef: null, doi: '10.1000/ABC' },
  };

  test('has what arXiv tells', () => {
    expect(paperOf(entry)).toEqual({
      ...{ id: idOf(1), title: 'A title', abstract: 'We show.', authors: ['Ada Čapek'] },
      ...{ authorsTotal: null, categories: ['cs.LG'], comments: '3 pages' },
      ...{ journalRef: null, doi: '10.1000/abc' },
      ...{ date: '2026-11-02', version: 2, upvotes: null, numComments: null, organization: null },
      ...{ codeUrl: null, codeStars: null, projectUrl: null, aiSummary: null },
      ...{ source: 'arxiv', textVersion: 2, textOrigin: 'paper' },
    });
  });

  test.each<[string, object]>([
    ['a title', { title: null }],
    ['an abstract', { abstract: null }],
    ['a title of a sensible length', { title: tooLong('title') }],
    ['an abstract of a sensible length', { abstract: 'x'.repeat(LIMITS.abstract + 1) }],
  ])('is none without %s', (_, overrides) => {
    expect(paperOf({ ...entry, ...overrides })).toBeNull();
  });

  test('can do without a date', () => {
    expect(paperOf({ ...entry, published: 'yesterday' })).toMatchObject({ date: null });
  });
});
