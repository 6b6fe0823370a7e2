// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { UNDECIDED } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { answer, type Handlers } from '@/lib/protocol/answer';
import { ask, askUntilAnswered, NoAnswer } from '@/lib/protocol/ask';
import { hear } from '@/lib/protocol/hear';
import type { News } from '@/lib/protocol/news';
import { tell } from '@/lib/protocol/tell';
import {
  deliver,
  type FakeSender,
  FROM_BACKGROUND,
  FROM_EXTENSION,
  FROM_PAGE,
  fakeBackground,
} from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';

const STATES: States = { [idOf(1)]: { ...UNDECIDED, starred: true } };

beforeEach(() => fakeBrowser.reset());

function fakeHandlers() {
  return {
    states: vi.fn<Handlers['states']>(() => STATES),
    run: vi.fn<Handlers['run']>(),
    undo: vi.fn<Handlers['undo']>(),
    manage: vi.fn<Handlers['manage']>(),
    importPart: vi.fn<Handlers['importPart']>(),
    cancel: vi.fn<Handlers['cancel']>(),
    undoLatest: vi.fn<Handlers['undoLatest']>(),
    redoLatest: vi.fn<Handlers['redoLatest']>(),
    history: vi.fn<Handlers['history']>(),
    tags: vi.fn<Handlers['tags']>(() => Promise.resolve(['a'])),
    rules: vi.fn<Handlers['rules']>(),
    editRules: vi.fn<Handlers['editRules']>(),
    addRule: vi.fn<Handlers['addRule']>(),
    visited: vi.fn<Handlers['visited']>(),
    seenBefore: vi.fn<Handlers['seenBefore']>(),
    abstracts: vi.fn<Handlers['abstracts']>(),
    lookUp: vi.fn<Handlers['lookUp']>(),
    reportVersions: vi.fn<Handlers['reportVersions']>(),
    refreshPapers: vi.fn<Handlers['refreshPapers']>(),
    openPageUi: vi.fn<Handlers['openPageUi']>(),
    openRegexEngine: vi.fn<Handlers['openRegexEngine']>(),
    openPapers: vi.fn<Handlers['openPapers']>(),
    openRules: vi.fn<Handlers['openRules']>(),
    bibtex: vi.fn<Handlers['bibtex']>(),
    browserKeys: vi.fn<Handlers['browserKeys']>(),
    openBrowserKeys: vi.fn<Handlers['openBrowserKeys']>(),
    hasUnidentified: vi.fn<Handlers['hasUnidentified']>(),
    titleMatches: vi.fn<Handlers['titleMatches']>(),
    zoteroTarget: vi.fn<Handlers['zoteroTarget']>(),
    sendToZotero: vi.fn<Handlers['sendToZotero']>(),
    pageCount: vi.fn<Handlers['pageCount']>(),
  };
}

/** What `sendMessage` gives, one by one; an error is thrown. */
function answerWith(...replies: unknown[]) {
  const send = fakeBackground();
  for (const reply of replies) {
    if (reply instanceof Error) send.mockRejectedValueOnce(reply);
    else send.mockResolvedValueOnce(reply);
  }
  return send;
}

describe('answer', () => {
  test('gives the payload and the sender to the handler, and its answer back', async () => {
    const handlers = fakeHandlers();
    answer(handlers);
    const request = { winnow: 'states', payload: [idOf(1)] };
    expect(await deliver(request, FROM_PAGE)).toEqual({ answer: STATES });
    expect(handlers.states).toHaveBeenCalledWith([idOf(1)], {
      kind: 'page',
      tabId: 7,
      frameId: 0,
    });
    expect(await deliver({ winnow: 'tags' }, FROM_EXTENSION)).toEqual({ answer: ['a'] });
    expect(handlers.tags).toHaveBeenCalledWith(undefined, { kind: 'extension' });
  });

  test('an extension page in a tab is no page of a site', async () => {
    const handlers = fakeHandlers();
    answer(handlers);
    const inTab = { ...FROM_EXTENSION, tab: { id: 3 }, frameId: 0 };
    await deliver({ winnow: 'tags' }, inTab);
    expect(handlers.tags).toHaveBeenCalledWith(undefined, { kind: 'extension' });
  });

  test('has an answer also where there is nothing to say', async () => {
    answer(fakeHandlers());
    expect(await deliver({ winnow: 'openPageUi' }, FROM_PAGE)).toEqual({ answer: undefined });
  });

  test.each<[string, FakeSender]>([
    ['another extension', { ...FROM_PAGE, id: 'evil' }],
    ['another extension under our address', { ...FROM_EXTENSION, id: 'evil' }],
    ['nobody', {}],
    ['a page without a tab', { ...FROM_PAGE, tab: undefined }],
    ['a tab without a number', { ...FROM_PAGE, tab: {} }],
    ['a page without a frame', { ...FROM_PAGE, frameId: undefined }],
  ])('%s is not heard', async (_, sender) => {
    const handlers = fakeHandlers();
    answer(handlers);
    expect(await deliver({ winnow: 'tags' }, sender)).toBeUndefined();
    expect(handlers.tags).not.toHaveBeenCalled();
  });

  test("an address that only begins like ours is a page's", async () => {
    const handlers = fakeHandlers();
    answer(handlers);
    const url = `https://evil.example/${FROM_EXTENSION.url}`;
    await deliver({ winnow: 'tags' }, { ...FROM_PAGE, url });
    expect(handlers.tags.mock.calls[0]?.[1]).toMatchObject({ kind: 'page' });
  });

  test.each<[string, unknown]>([
    ['an unknown request', { winnow: 'erase' }],
    ['a name of every object', { winnow: 'constructor' }],
    ['__proto__', { winnow: '__proto__' }],
    ['a message of somebody else', { type: 'hello' }],
    ['a text', 'tags'],
    ['null', null],
    ['nothing', undefined],
  ])('%s is left to others', async (_, message) => {
    answer(fakeHandlers());
    expect(await deliver(message, FROM_EXTENSION)).toBeUndefined();
  });

  test.each<[string, () => never | Promise<never>]>([
    [
      'throws',
      () => {
        throw new Error('No luck.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('No luck.'))],
  ])('says so when a handler %s', async (_, fail) => {
    answer({ ...fakeHandlers(), tags: fail });
    expect(await deliver({ winnow: 'tags' }, FROM_EXTENSION)).toEqual({ error: 'No luck.' });
  });
});

describe('ask', () => {
  test('gives what the handler answered', async () => {
    const send = answerWith({ answer: STATES });
    expect(await ask('states', [idOf(1)])).toEqual(STATES);
    expect(send).toHaveBeenCalledWith({ winnow: 'states', payload: [idOf(1)] });
  });

  test('throws what the handler threw', async () => {
    answerWith({ error: 'No luck.' });
    await expect(ask('tags', [])).rejects.toThrow('No luck.');
    answerWith({ error: '' });
    await expect(ask('tags', [])).rejects.not.toBeInstanceOf(NoAnswer);
  });

  test.each<[string, unknown]>([
    ['the worker was stopped: nothing comes back', undefined],
    ['the message channel was closed', new Error('message channel closed')],
    ['nobody is there', new Error('Receiving end does not exist.')],
    ['the extension was updated', new TypeError('context invalidated')],
  ])('no answer when %s', async (_, reply) => {
    answerWith(reply);
    await expect(ask('tags', [])).rejects.toBeInstanceOf(NoAnswer);
  });

  test('no answer either where sending fails at once', async () => {
    fakeBackground().mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(ask('tags', [])).rejects.toBeInstanceOf(NoAnswer);
  });

  test('an answer of nothing is an answer', async () => {
    answerWith({ answer: undefined });
    await expect(ask('openPageUi')).resolves.toBeUndefined();
  });
});

describe('askUntilAnswered', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('asks the same again until there is an answer', async () => {
    const send = answerWith(undefined, new Error('closed'), { answer: STATES });
    const asking = askUntilAnswered('states', [idOf(1)]);
    await vi.runAllTimersAsync();
    expect(await asking).toEqual(STATES);
    expect(send).toHaveBeenCalledTimes(3);
    expect(new Set(send.mock.calls.map(([message]) => JSON.stringify(message))).size).toBe(1);
  });

  test('pauses longer each time, and gives up within three seconds', async () => {
    const send = answerWith();
    const times: number[] = [];
    const start = Date.now();
    send.mockImplementation(() => {
      times.push(Date.now() - start);
      return Promise.resolve(undefined);
    });
    const outcome = expect(askUntilAnswered('tags', [])).rejects.toBeInstanceOf(NoAnswer);
    await vi.runAllTimersAsync();
    await outcome;
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.length).toBeGreaterThanOrEqual(2);
    expect(times.at(-1)).toBeLessThan(3_000);
  });

  test('does not ask again after a refusal', async () => {
    const send = answerWith({ error: 'No luck.' });
    await expect(askUntilAnswered('tags', [])).rejects.toThrow('No luck.');
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('news', () => {
  const NEWS: News = { states: STATES, rules: [], abstractsProblem: null };

  test('are heard until that is stopped', async () => {
    const heard = vi.fn();
    const stop = hear('news', heard);
    await deliver({ news: NEWS }, FROM_BACKGROUND);
    expect(heard).toHaveBeenCalledExactlyOnceWith(NEWS);
    stop();
    await deliver({ news: NEWS }, FROM_BACKGROUND);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test.each<[string, FakeSender]>([
    ['another extension', { ...FROM_BACKGROUND, id: 'evil' }],
    ['a page', FROM_PAGE],
  ])('of %s are not heard', async (_, sender) => {
    const heard = vi.fn();
    hear('news', heard);
    await deliver({ news: NEWS }, sender);
    expect(heard).not.toHaveBeenCalled();
  });

  test('those who hear them do not answer for the background', async () => {
    hear('news', vi.fn());
    expect(await deliver({ winnow: 'tags' }, FROM_EXTENSION)).toBeUndefined();
    expect(await deliver({ news: NEWS }, FROM_BACKGROUND)).toBeUndefined();
  });

  test('go to one tab; one without our script is passed over', async () => {
    const send = vi.fn((_tab: number, _message: unknown) => Promise.resolve());
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
    await tell('news', NEWS, 7);
    expect(send).toHaveBeenCalledWith(7, { news: NEWS });
    send.mockRejectedValue(new Error('Receiving end does not exist.'));
    await expect(tell('news', NEWS, 8)).resolves.toBeUndefined();
  });
});
