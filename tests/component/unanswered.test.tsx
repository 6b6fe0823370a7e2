import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { whyUnanswered } from '@/components/page-link/unanswered';
import { fakePermissions } from '../helpers/permissions';

const LISTING = { id: 7, url: 'https://arxiv.org/list/cs.LG/new', isLoading: false };

let granted: ReturnType<typeof fakePermissions>;
let status: 'loading' | 'complete';
const executeScript = vi.fn(async () => [{ result: true }]);

beforeEach(() => {
  granted = fakePermissions();
  granted.add('https://arxiv.org/*');
  status = 'complete';
  executeScript.mockClear();
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => ({ status })) as never);
  browser.scripting.executeScript = executeScript as never;
  browser.runtime.getContexts = (async () => [{ tabId: 3 }]) as never;
});

test('a listing asks for a reload only if it is loaded, and was asked twice', async () => {
  status = 'loading';
  expect(await whyUnanswered(LISTING, false)).toBe('loading');
  status = 'complete';
  expect(await whyUnanswered(LISTING, true)).toBe('loading'); // its script may be about to run
  expect(await whyUnanswered(LISTING, false)).toBe('unlinked');
});

test('no reload helps where the site was withheld, or an error stands in its place', async () => {
  granted.clear();
  expect(await whyUnanswered(LISTING, false)).toBe('elsewhere');
  granted.add('https://arxiv.org/*');
  executeScript.mockRejectedValueOnce(new Error('Frame with ID 0 is showing error page'));
  expect(await whyUnanswered(LISTING, false)).toBe('elsewhere');
});

test.each([
  'https://arxiv.org/',
  'https://arxiv.org/pdf/2611.00001',
  'http://arxiv.org/list/cs.LG/new',
  'https://huggingface.co/models',
  'view-source:https://arxiv.org/list/cs.LG/new',
])('%s is no page of ours', async (url) => {
  expect(await whyUnanswered({ ...LISTING, url }, false)).toBe('elsewhere');
  expect(executeScript).not.toHaveBeenCalled();
});

test('our own pages are known though browsers tell no URL of them', async () => {
  expect(await whyUnanswered({ id: 3, url: null, isLoading: false }, true)).toBe('own');
  expect(await whyUnanswered({ id: 4, url: null, isLoading: false }, true)).toBe('elsewhere');
});
