import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EARLY_MARK, rememberFolded } from '@/lib/page/folded-rows';
import type { PageState } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { foldedOn } from '@/lib/settings/folded-pages';
import { foldedPages } from '@/lib/settings/settings';
import { SHOW_ALL } from '@/lib/settings/showing';
import { idOf } from '../../helpers/papers';
import { makeRow, makeSite, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const [DISMISSED, MUTED, CROSS, TWICE, PLAIN] = [1, 2, 3, 4, 5].map(idOf);
const rows = [
  makeRow({ id: DISMISSED }),
  makeRow({ id: MUTED }),
  makeRow({ id: CROSS }, { section: 'cross' }),
  makeRow({ id: TWICE }, { section: 'cross' }),
  makeRow({ id: TWICE }, { section: 'new' }),
  makeRow({ id: PLAIN }),
];
const KNOWN: Partial<PageState> = {
  saved: { [DISMISSED as string]: { ...UNDECIDED, dismissed: true } },
  showing: { ...SHOW_ALL, cross: false },
  rules: [makeRule(1, { action: 'mute' })],
  hits: new Map([[rows[1] as (typeof rows)[0], [0]]]),
  matching: new Set(),
};

beforeEach(() => {
  fakeBrowser.reset();
  document.body.replaceChildren();
});

async function leave(known: Partial<PageState>): Promise<object> {
  const stop = rememberFolded(openPage(rows, known));
  await foldedPages.getValue();
  window.dispatchEvent(new Event('pagehide'));
  stop();
  await new Promise((resolve) => setTimeout(resolve));
  return foldedOn(await foldedPages.getValue(), document.location.href);
}

test('rows that are folded are remembered with why, but not what a filter hides', async () => {
  expect(await leave(KNOWN)).toEqual({
    [DISMISSED as string]: { as: 'line', why: 'dismissed' },
    [MUTED as string]: { as: 'line', why: 'muted' },
    [CROSS as string]: { as: 'hidden', why: 'cross' },
  });
});

test('none is on a paper’s own page', async () => {
  expect(await leave({ ...KNOWN, site: makeSite({ kind: 'paper' }) })).toEqual({});
});

test('what is remembered stays when a page is left before the library answered', async () => {
  await leave(KNOWN);
  const early = document.createElement('dt');
  early.setAttribute(EARLY_MARK, 'dismissed');
  document.body.append(early);
  expect(Object.keys(await leave({}))).toHaveLength(3);
});

test('nothing more is remembered once that is stopped', async () => {
  rememberFolded(openPage(rows, KNOWN))();
  window.dispatchEvent(new Event('pagehide'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(await foldedPages.getValue()).toEqual([]);
});
