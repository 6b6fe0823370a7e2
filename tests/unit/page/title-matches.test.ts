import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { shownState } from '@/lib/page/store';
import { loadTitleMatches } from '@/lib/page/title-matches';
import { UNDECIDED } from '@/lib/paper';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

beforeEach(() => fakeBrowser.reset());

const STARRED = { ...UNDECIDED, starred: true };
const IDS = [idOf(1), idOf(2), idOf(3)];

function open() {
  const rows = IDS.map((id, n) => makeRow({ id, title: `Paper ${n}` }));
  return openPage(rows, { saved: { [idOf(1)]: STARRED } });
}

test('what was decided about a title is shown; papers that are known are not asked about', async () => {
  const store = open();
  const background = fakeBackground();
  background.mockResolvedValueOnce({ answer: true });
  background.mockResolvedValueOnce({ answer: { [idOf(3)]: STARRED } });
  await loadTitleMatches(store, IDS);
  expect(background.mock.calls.at(-1)?.[0]).toEqual({
    winnow: 'titleMatches',
    payload: [
      { id: idOf(2), title: 'Paper 1' },
      { id: idOf(3), title: 'Paper 2' },
    ],
  });
  expect(shownState(store.getState(), idOf(3))).toEqual(STARRED);
  expect(shownState(store.getState(), idOf(2))).toEqual(UNDECIDED);
});

test('where there are no such papers the page sends no titles', async () => {
  const background = fakeBackground().mockResolvedValue({ answer: false });
  await loadTitleMatches(open(), IDS);
  expect(background).toHaveBeenCalledOnce();
});

test('without an answer nothing is shown, and nothing fails', async () => {
  fakeBackground().mockResolvedValue(undefined);
  await loadTitleMatches(open(), IDS);
});
