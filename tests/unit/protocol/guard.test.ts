// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { guard, type Handlers } from '@/lib/protocol/answer';
import { REQUESTS, type RequestName } from '@/lib/protocol/messages';
import type { From, Sender } from '@/lib/protocol/transport';

const PAGE: Sender = { kind: 'page', tabId: 7, frameId: 0 };
const EXTENSION: Sender = { kind: 'extension' };

const names = Object.keys(REQUESTS) as RequestName[];
const allowed = (from: From) => names.filter((name) => REQUESTS[name].from === from);

/** Asks, and says whether the handler was called. */
async function reaches(name: RequestName, payload: unknown, sender: Sender): Promise<boolean> {
  const handle = vi.fn();
  const handlers = { ...REQUESTS, [name]: handle } as unknown as Handlers;
  await guard(handlers)
    [name](payload, sender)
    .catch(() => undefined);
  return handle.mock.calls.length > 0;
}

test('a page may ask for this, and nothing else', () => {
  expect([...allowed('anyone'), ...allowed('page')].sort()).toEqual([
    'abstracts',
    'addRule',
    'bibtex',
    'browserKeys',
    'hasUnidentified',
    'history',
    'openBrowserKeys',
    'openPageUi',
    'openPapers',
    'openRegexEngine',
    'openRules',
    'pageCount',
    'redoLatest',
    'reportVersions',
    'rules',
    'run',
    'seenBefore',
    'states',
    'tags',
    'titleMatches',
    'undo',
    'undoLatest',
    'visited',
  ]);
});

describe('before a handler runs', () => {
  test.each(allowed('extension'))('%s of a page is refused', async (name) => {
    for (const payload of [undefined, crypto.randomUUID()]) {
      expect(await reaches(name, payload, PAGE)).toBe(false);
    }
  });

  test.each(allowed('page'))('%s of the extension is passed over', async (name) => {
    expect(await reaches(name, undefined, EXTENSION)).toBe(false);
  });

  test.each([
    ['states', ['no id']],
    ['cancel', 'no op'],
    ['undo', { op: crypto.randomUUID() }],
    ['tags', [7]],
    ['rules', 'x'],
    ['visited', { listing: 7, ids: [] }],
    ['abstracts', [null]],
    ['reportVersions', [{ id: 'arxiv:2611.00001', version: 0, replacedOn: null }]],
    ['openPapers', { ids: ['https://evil.example'], isActive: true }],
    ['titleMatches', [{ id: 'arxiv:2611.00001' }]],
    ['pageCount', { papers: 0.5, decided: 0 }],
  ] as const)('%s with a wrong payload fails', async (name, payload) => {
    const sender = REQUESTS[name].from === 'extension' ? EXTENSION : PAGE;
    expect(await reaches(name, payload, sender)).toBe(false);
  });
});
