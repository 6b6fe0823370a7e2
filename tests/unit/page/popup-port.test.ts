import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setFilter } from '@/lib/page/narrow';
import { linkToPage, type PageLink } from '@/lib/page/page-link';
import { servePopups } from '@/lib/page/serve-popups';
import type { PageStore } from '@/lib/page/store';
import type { PageView, PageViewChange } from '@/lib/protocol/page-view';
import type { Viewer } from '@/lib/protocol/popup-port';
import { type FakeSender, FROM_EXTENSION, FROM_PAGE } from '../../helpers/messaging';
import { idOf, makePaper } from '../../helpers/papers';
import { fakePorts } from '../../helpers/ports';
import { makeRow, makeSite, openPage } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;

let store: PageStore;
let ports: ReturnType<typeof fakePorts>;
let stopServing: () => void;
const show = vi.fn();
const onSidePanel = vi.fn<(isOpen: boolean) => void>();
const narrow = (text: string) => setFilter(store, text, null);

beforeEach(() => {
  vi.resetAllMocks();
  fakeBrowser.reset();
  ports = fakePorts();
  store = openPage(
    [A, B, A].map((id) => makeRow({ id })),
    { unreadable: 1 },
  );
  stopServing = servePopups(store, { setFilter: narrow, show, onSidePanel });
});

interface Popup {
  readonly link: PageLink;
  /** What the popup knows by now. */
  readonly view: () => PageViewChange;
  readonly onView: ReturnType<typeof vi.fn>;
  readonly onClose: ReturnType<typeof vi.fn>;
}

function openPopup(viewer: Viewer = 'popup'): Popup {
  let known: PageViewChange = {};
  const onView = vi.fn((changed: PageViewChange) => {
    known = { ...known, ...changed };
  });
  const onClose = vi.fn();
  return { link: linkToPage(7, viewer, onView, onClose), view: () => known, onView, onClose };
}

/** Lets all that is on its way arrive. */
const arrive = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a popup over a page', () => {
  test('is shown all of it, each paper once, in page order', async () => {
    const { view } = openPopup();
    await arrive();
    expect(view()).toEqual({
      site: 'arXiv list',
      papers: [makePaper({ id: A }), makePaper({ id: B })],
      unreadable: 1,
      filter: '',
      problems: [],
      matching: null,
      failures: {},
    } satisfies PageView);
  });

  test('hears of what changes, and only that', async () => {
    const { view, onView } = openPopup();
    await arrive();
    onView.mockClear();
    store.setState({ failures: { [A]: 'The disk is full.' } });
    await arrive();
    expect(onView).toHaveBeenCalledExactlyOnceWith({ failures: { [A]: 'The disk is full.' } });
    onView.mockClear();
    narrow('sparse');
    store.setState({ saved: {} });
    await arrive();
    expect(view()).toMatchObject({ filter: 'sparse', problems: [], matching: [] });
    for (const [changed] of onView.mock.calls) {
      expect(Object.keys(changed).sort()).toEqual(['filter', 'matching', 'problems']);
    }
    store.setState({ site: null, rows: [], unreadable: 0 });
    await arrive();
    expect(view()).toMatchObject({ site: null, papers: [], unreadable: 0 });
  });

  test('hears of the rows of the last reading when the page is read anew at once', async () => {
    const { view } = openPopup();
    for (const id of [B, A]) {
      store.setState({ rows: [makeRow({ id })] });
    }
    await arrive();
    expect(view().papers?.map(({ id }) => id)).toEqual([A]);
  });

  test('is not shown an earlier reading that took longer to tell', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 1_000; // every row takes a slice of its own
      return now;
    });
    const { view } = openPopup();
    await arrive();
    const rows = Array.from({ length: 20 }, (_, n) => makeRow({ id: idOf(n) }));
    store.setState({ rows });
    store.setState({ rows: [makeRow({ id: B })] });
    await vi.waitFor(() => expect(view().papers).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(view().papers?.map(({ id }) => id)).toEqual([B]);
  });

  test('narrows the page, and hears of the filter it set', async () => {
    const { link, view } = openPopup();
    link.request({ filter: 'attention' });
    await arrive();
    expect(store.getState().filter.text).toBe('attention');
    expect(view().filter).toBe('attention');
  });

  test('hears which papers match, each once, and what was not understood', async () => {
    const { link, view } = openPopup();
    link.request({ filter: 'made-up AND (' });
    await arrive();
    expect(view().problems).toEqual(store.getState().filter.problems);
    expect(view().problems).not.toEqual([]);
    link.request({ filter: 'made-up' });
    await arrive();
    expect(view()).toMatchObject({ matching: [A, B], problems: [] });
    link.request({ filter: '' });
    await arrive();
    expect(view().matching).toBeNull();
  });

  test('hears of it when other papers match the same filter', async () => {
    const { link, view } = openPopup();
    link.request({ filter: 'is:starred' });
    await arrive();
    expect(view().matching).toEqual([]);
    store.setState({ matching: new Set(store.getState().rows.slice(1, 2)) });
    await arrive();
    expect(view().matching).toEqual([B]);
  });

  test('has the page show a paper', async () => {
    const { link } = openPopup();
    link.request({ show: B });
    await arrive();
    expect(show).toHaveBeenCalledExactlyOnceWith(B);
  });

  test('is shown no paper that is none, and nothing that is no view', async () => {
    const { view, onView } = openPopup();
    await arrive();
    ports[0]?.postMessage({ papers: [{ id: 'no id' }, makePaper({ id: B }), 'x'] });
    await arrive();
    expect(view().papers).toEqual([makePaper({ id: B })]);
    onView.mockClear();
    for (const message of [null, 'x', { filter: 7 }, { failures: { [A]: {} } }]) {
      ports[0]?.postMessage(message);
    }
    await arrive();
    expect(onView).not.toHaveBeenCalled();
  });

  test('two popups are served alike', async () => {
    const [one, two] = [openPopup(), openPopup()];
    one.link.request({ filter: 'x' });
    await arrive();
    expect(two.view().filter).toBe('x');
  });
});

describe('the end', () => {
  test('a popup that was closed is not written to', async () => {
    const { link, onView } = openPopup();
    await arrive();
    link.close();
    await arrive();
    onView.mockClear();
    narrow('x'); // would throw on a port that is closed
    store.setState({ site: makeSite(), rows: [makeRow()] });
    await arrive();
    expect(onView).not.toHaveBeenCalled();
  });

  test('a popup that is closed at once does no harm', async () => {
    const { link } = openPopup();
    link.close();
    await arrive();
    narrow('x');
    await arrive();
  });

  test('a popup hears that the page went away', async () => {
    const { onClose } = openPopup();
    await arrive();
    expect(onClose).not.toHaveBeenCalled();
    ports[0]?.disconnect();
    await arrive();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('a popup over a page that is none of ours hears that at once', async () => {
    stopServing();
    const { onClose, onView } = openPopup();
    await arrive();
    expect(onClose).toHaveBeenCalledOnce();
    expect(onView).not.toHaveBeenCalled();
  });

  test('a side panel is shown the same, and the page knows of it while it is open', async () => {
    const popup = openPopup();
    await arrive();
    expect(onSidePanel).not.toHaveBeenCalled();
    const sidePanel = openPopup('sidePanel');
    await arrive();
    expect(sidePanel.view()).toEqual(popup.view());
    expect(onSidePanel.mock.calls).toEqual([[true]]);
    popup.link.close();
    await arrive();
    expect(onSidePanel).toHaveBeenCalledOnce();
    sidePanel.link.close();
    await vi.waitFor(() => expect(onSidePanel.mock.calls).toEqual([[true], [false]]));
  });

  test('a page that stopped serving writes no more', async () => {
    const { onView } = openPopup();
    await arrive();
    onView.mockClear();
    stopServing();
    narrow('x');
    await arrive();
    expect(onView).not.toHaveBeenCalled();
  });

  test.each<[string, FakeSender]>([
    ['another extension', { ...FROM_EXTENSION, id: 'evil' }],
    ['a page', FROM_PAGE],
  ])('a port of %s is not served', async (_, sender) => {
    fakePorts(sender);
    servePopups(store, { setFilter: narrow, show, onSidePanel });
    const { onView } = openPopup();
    openPopup('sidePanel');
    await arrive();
    narrow('x');
    await arrive();
    expect(onView).not.toHaveBeenCalled();
    expect(onSidePanel).not.toHaveBeenCalled();
  });

  test('ports of others are left alone', async () => {
    const port = fakeBrowser.tabs.connect(7, { name: 'somebody else' });
    const heard = vi.fn();
    port.onMessage.addListener(heard);
    await arrive();
    narrow('x');
    await arrive();
    expect(heard).not.toHaveBeenCalled();
  });
});
