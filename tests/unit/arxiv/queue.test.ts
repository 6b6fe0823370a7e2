// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { type ApiEntry, parseAtom } from '@/lib/arxiv/atom';
import { ApiFailure } from '@/lib/arxiv/client';
import { type LastRequest, NO_REQUEST } from '@/lib/arxiv/pace';
import { createAbstractQueue, type QueueServices } from '@/lib/arxiv/queue';
import { createTurns, type TurnServices } from '@/lib/arxiv/turns';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { idOf } from '../../helpers/papers';
import { entryXml, feedXml } from './fake-api';

const START = Date.UTC(2026, 10, 20);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => idOf(from + n));

function entriesOf(ids: readonly PaperId[]): readonly ApiEntry[] {
  const parsed = parseAtom(feedXml(...ids.map((id) => entryXml({ id: arxivIdOf(id) ?? '' }))));
  return parsed.ok ? parsed.entries : [];
}

/** A world whose time goes on only while the queue sleeps, and in which arXiv takes 500 ms. */
function makeWorld() {
  const world = {
    time: START,
    allowed: true,
    last: NO_REQUEST as LastRequest,
    /** When each request was made, and what for. */
    requests: [] as { at: number; ids: readonly PaperId[] }[],
    unknown: new Set<PaperId>(),
    /** What the next requests fail with; `null`: not at all. */
    failures: [] as (ApiFailure | null)[],
    /** Called in the middle of each request. */
    meanwhile: () => {},
    keep: vi.fn<QueueServices['keep']>(async () => {}),
    onFound: vi.fn<QueueServices['onFound']>(),
    onProblem: vi.fn<TurnServices['onProblem']>(),
    /** A queue as a worker has it that was just started. */
    start: () =>
      createAbstractQueue({
        async fetchEntries(ids) {
          world.requests.push({ at: world.time, ids });
          world.meanwhile();
          world.time += 500;
          const failure = world.failures.shift();
          if (failure) throw failure;
          return entriesOf(ids.filter((id) => !world.unknown.has(id)));
        },
        allowed: async (ids) => (world.allowed ? ids : []),
        turns: createTurns({
          memory: {
            get: async () => world.last,
            set: async (last) => {
              world.last = structuredClone(last);
            },
          },
          onProblem: world.onProblem,
          now: () => world.time,
          sleep: async (milliseconds) => {
            world.time += milliseconds;
          },
        }),
        keep: world.keep,
        onFound: world.onFound,
      }),
    /** All work is done: nothing but promises keeps it going. */
    rest: () => new Promise((resolve) => setTimeout(resolve, 5)),
    pauses: () =>
      world.requests.slice(1).map(({ at }, index) => at - (world.requests[index]?.at ?? 0)),
  };
  return world;
}

describe('asking', () => {
  test('takes up to a hundred at once, three seconds apart', async () => {
    const world = makeWorld();
    world.start().add(range(1, 250));
    await world.rest();
    expect(world.requests.map(({ ids }) => ids.length)).toEqual([100, 100, 50]);
    expect(world.pauses()).toEqual([3_500, 3_500]);
    expect(world.keep).toHaveBeenCalledTimes(3);
    expect(world.onFound.mock.calls.flatMap(([found]) => Object.keys(found))).toEqual(
      range(1, 250),
    );
    expect(world.onProblem).not.toHaveBeenCalled();
  });

  test('keeps the distance also with many tabs at once', async () => {
    const world = makeWorld();
    const queue = world.start();
    for (let tab = 0; tab < 20; tab += 1) queue.add(range(tab * 10, tab * 10 + 30));
    await world.rest();
    for (let tab = 0; tab < 20; tab += 1) queue.add([idOf(1_000 + tab)]);
    await world.rest();
    const asked = world.requests.flatMap(({ ids }) => ids);
    expect(new Set(asked).size).toBe(asked.length); // each once
    expect(asked).toHaveLength(221 + 20);
    expect(Math.min(...world.pauses())).toBeGreaterThanOrEqual(3_000);
  });

  test('keeps the distance when the worker is started anew', async () => {
    const world = makeWorld();
    world.start().add([idOf(1)]);
    await vi.waitFor(() => expect(world.requests).toHaveLength(1));
    // Stopped in the middle: its pause never ends in time, and another begins.
    world.time = (world.requests[0]?.at ?? 0) + 100;
    world.last = { ...NO_REQUEST, at: world.requests[0]?.at ?? 0, pause: 3_000 };
    world.start().add([idOf(2)]);
    await world.rest();
    expect(world.pauses()).toEqual([3_000]);
  });

  test('is remembered before the answer comes', async () => {
    const world = makeWorld();
    world.meanwhile = () => expect(world.last).toMatchObject({ at: world.time, pause: 3_000 });
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.onFound).toHaveBeenCalledOnce();
  });

  test('does not wait for a year when the clock was set back', async () => {
    const world = makeWorld();
    const pause = 10_000;
    world.last = { ...NO_REQUEST, at: START + 365 * 24 * 3_600_000, pause };
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.requests[0]?.at).toBe(START + pause);
  });

  test('goes by the newest request first', async () => {
    const world = makeWorld();
    const queue = world.start();
    world.meanwhile = () => {
      world.meanwhile = () => {};
      queue.add(range(500, 501));
    };
    queue.add(range(1, 150));
    await world.rest();
    expect(world.requests[1]?.ids.slice(0, 3)).toEqual([idOf(500), idOf(501), idOf(101)]);
  });

  test('says which papers arXiv does not know', async () => {
    const world = makeWorld();
    world.unknown = new Set([idOf(2)]);
    world.start().add(range(1, 3));
    await world.rest();
    expect(world.keep).toHaveBeenCalledOnce();
    const [papers, unknown] = world.keep.mock.calls[0] ?? [];
    expect(papers?.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
    expect(unknown).toEqual([idOf(2)]);
  });
});

describe('the user decides', () => {
  test('nothing is asked while it is turned off', async () => {
    const world = makeWorld();
    world.allowed = false;
    world.start().add(range(1, 3));
    await world.rest();
    expect(world.requests).toEqual([]);
  });

  test('nothing more is asked when it is turned off in between', async () => {
    const world = makeWorld();
    world.meanwhile = () => {
      world.allowed = false;
    };
    const queue = world.start();
    queue.add(range(1, 250));
    await world.rest();
    world.allowed = true;
    world.meanwhile = () => {};
    queue.add([idOf(999)]);
    await world.rest();
    expect(world.requests.map(({ ids }) => ids.length)).toEqual([100, 1]);
  });
});

describe('what goes wrong', () => {
  test('makes longer and longer pauses, each said, and is over with the first answer', async () => {
    const world = makeWorld();
    world.failures = Array.from({ length: 7 }, () => new ApiFailure('server'));
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.pauses().map((pause) => (pause - 500) / 1_000)).toEqual([
      ...[3, 10, 30, 120, 600, 600, 600],
    ]);
    const said = world.onProblem.mock.calls.map(([problem]) => problem);
    expect(said).toHaveLength(8);
    expect(said[1]).toEqual({
      text: new ApiFailure('server').message,
      retryAt: world.requests[2]?.at,
    });
    expect(said.at(-1)).toBeNull();
    expect(world.onFound).toHaveBeenCalledOnce();
    expect(world.last).toMatchObject({ failures: 0, problem: null });
  });

  test.each([
    ['longer than ours', 120_000, 120_000],
    ['shorter than ours', 1_000, 3_000],
    ['beyond reason', 1e12, 24 * 3_600_000],
  ])('a wish to be left alone that is %s', async (_, wish, pause) => {
    const world = makeWorld();
    world.failures = [new ApiFailure('busy', wish)];
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.pauses()).toEqual([500 + pause]);
  });

  test('goes on counting when the worker is started anew', async () => {
    const world = makeWorld();
    world.last = { ...NO_REQUEST, at: START, pause: 30_000, failures: 3 };
    world.failures = [new ApiFailure('offline')];
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.requests[0]?.at).toBe(START + 30_000);
    expect(world.pauses()).toEqual([120_500]);
  });

  test('of a library that cannot be written is said, and tried again', async () => {
    const world = makeWorld();
    world.keep.mockRejectedValueOnce(new Error('The disk is full.'));
    world.start().add([idOf(1)]);
    await world.rest();
    expect(world.onProblem.mock.calls[0]?.[0]?.text).toContain(
      'could not be kept. The disk is full.',
    );
    expect(world.keep).toHaveBeenCalledTimes(2);
  });

  test('an id that arXiv refuses does not spoil the others', async () => {
    const world = makeWorld();
    const bad = idOf(37);
    const queue = world.start();
    world.meanwhile = () => {
      const isRefused = world.requests.at(-1)?.ids.includes(bad);
      world.failures = [isRefused ? new ApiFailure('refused') : null];
    };
    queue.add(range(1, 100));
    await world.rest();
    const found = world.onFound.mock.calls.flatMap(([abstracts]) => Object.keys(abstracts));
    expect(found.sort()).toEqual(range(1, 100).filter((id) => id !== bad));
    expect(world.keep.mock.calls.flatMap(([, unknown]) => unknown)).toEqual([bad]);
    expect(world.requests.length).toBeLessThan(25);
    expect(world.onProblem).not.toHaveBeenCalled();
  });

  test('an empty feed is not taken for an answer to many', async () => {
    const world = makeWorld();
    world.unknown = new Set(range(1, 100));
    world.meanwhile = () => {
      if (world.requests.length === 2) world.unknown.clear();
    };
    world.start().add(range(1, 100));
    await world.rest();
    expect(world.keep.mock.calls.flatMap(([, unknown]) => unknown)).toEqual([]);
    expect(world.onFound.mock.calls.flatMap(([found]) => Object.keys(found))).toHaveLength(100);
  });

  test('a memory that fails stops it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const world = makeWorld();
    const fetchEntries = vi.fn<QueueServices['fetchEntries']>();
    const queue = createAbstractQueue({
      ...{ fetchEntries, keep: world.keep, onFound: world.onFound },
      allowed: async (ids: readonly PaperId[]) => ids,
      turns: createTurns({
        ...{ now: () => world.time, onProblem: world.onProblem, sleep: async () => {} },
        memory: { get: async () => NO_REQUEST, set: () => Promise.reject(new Error('quota')) },
      }),
    });
    queue.add([idOf(1)]);
    await world.rest();
    expect(fetchEntries).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledOnce();
  });
});
