import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportCount } from '@/lib/page/report-count';
import { createPageStore } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { badge } from '@/lib/settings/settings';
import { idOf, makePaper } from '../../helpers/papers';
import { makeRow } from '../../helpers/rows';

beforeEach(() => fakeBrowser.reset());

function startPage(...ids: number[]) {
  const store = createPageStore();
  store.setState({ rows: ids.map((id) => makeRow(makePaper({ id: idOf(id) }))) });
  const report = vi.fn();
  const { again, stop } = reportCount(store, report);
  onTestFinished(stop);
  return { store, report, again };
}

const starred = (id: number) => ({ [idOf(id)]: { ...UNDECIDED, starred: true } });

test('tells how many papers there are and how many are decided on, each once', async () => {
  const { store, report } = startPage(1, 2, 2, 3);
  store.setState({ saved: starred(2) });
  await vi.waitFor(() => expect(report).toHaveBeenCalled());
  store.setState({ saved: { ...starred(2), ...starred(3) } });
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2));
  expect(report.mock.calls).toEqual([[{ papers: 3, decided: 1 }], [{ papers: 3, decided: 2 }]]);
});

test('tells nothing that was told before, but for a page that is shown again', async () => {
  const { store, report, again } = startPage(1);
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  store.setState({ saved: {} });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(report).toHaveBeenCalledOnce();
  again();
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(2));
});

test('tells nothing where another number was chosen, until this one is', async () => {
  await badge.setValue('unread');
  const { report } = startPage(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(report).not.toHaveBeenCalled();
  await badge.setValue('page');
  await vi.waitFor(() => expect(report).toHaveBeenCalledExactlyOnceWith({ papers: 1, decided: 0 }));
});
