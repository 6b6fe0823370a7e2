import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Binder, bindPage, type Reading } from '@/lib/page/binder';
import { createPageStore, type PageStore } from '@/lib/page/store';
import type { PaperId } from '@/lib/paper';
import { siteFor } from '@/lib/sites';
import type { Row, Unreadable } from '@/lib/sites/site';
import { idOf, makePaper } from '../../helpers/papers';
import { makeSite } from '../../helpers/rows';

vi.mock('@/lib/sites', () => ({ siteFor: vi.fn() }));

/** Longer than the binder ever waits before it reads a page that has changed. */
const LONG_MS = 1_000;

const read = vi.fn(makePaper);

/** Entries are `<li data-id="…">title</li>`; without an id they cannot be read. */
const site = makeSite({
  *rows(page: Document): Generator<Row | Unreadable> {
    for (const element of page.querySelectorAll('li')) {
      const id = element.dataset.id as PaperId | undefined;
      const title = element.firstChild?.textContent ?? '';
      if (!id) yield { unreadable: element };
      else {
        yield {
          elements: [element],
          anchor: { element, place: 'inside' },
          id,
          title,
          section: null,
          read: () => read({ id, title }),
        };
      }
    }
  },
});

let store: PageStore;
let binder: Binder | undefined;
const onRead = vi.fn<(reading: Reading) => void>();
const rows = () => store.getState().rows;
const ids = () => rows().map(({ id }) => id);
const list = () => document.querySelector('ul') as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.mocked(siteFor).mockReturnValue(site);
  onRead.mockReset();
  store = createPageStore();
  document.body.innerHTML = `<main><ul>${entry(1)}${entry(2)}</ul><p>Text.</p></main>`;
});

afterEach(() => {
  binder?.stop();
  vi.useRealTimers();
});

function entry(n: number): string {
  return `<li data-id="${idOf(n)}">Paper ${n}</li>`;
}

async function bind(): Promise<void> {
  const isOurs = (node: Node) => node.nodeName === 'WINNOW-ROW';
  binder = bindPage(document, store, { isOurs, onRead });
  await vi.advanceTimersByTimeAsync(0);
}

/** Lets the browser tell of changes, and the binder wait until the page is quiet. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(LONG_MS);
}

describe('the first reading', () => {
  test('is made at once, and told', async () => {
    await bind();
    expect(ids()).toEqual([idOf(1), idOf(2)]);
    expect(store.getState()).toMatchObject({ site, unreadable: 0 });
    expect(onRead).toHaveBeenCalledOnce();
  });

  test('counts what cannot be read, and leaves it alone', async () => {
    list().insertAdjacentHTML('beforeend', '<li>What is this?</li>');
    const before = document.body.innerHTML;
    await bind();
    expect(ids()).toEqual([idOf(1), idOf(2)]);
    expect(store.getState().unreadable).toBe(1);
    expect(document.body.innerHTML).toBe(before);
  });

  test('tells the first rows of a long page before it reads the others', async () => {
    for (let n = 3; n <= 100; n += 1) list().insertAdjacentHTML('beforeend', entry(n));
    await bind();
    await settle();
    const readings = onRead.mock.calls.map(([{ changed, isWhole }]) => [changed.length, isWhole]);
    expect(readings).toEqual([
      [20, false],
      [100, true],
    ]);
    expect(rows()).toHaveLength(100);
    expect(new Set(ids()).size).toBe(100);
  });

  test('finds nothing on a page of no kind', async () => {
    vi.mocked(siteFor).mockReturnValue(null);
    await bind();
    expect(store.getState()).toMatchObject({ site: null, rows: [], unreadable: 0 });
    expect(onRead).toHaveBeenCalledOnce();
  });

  test('leaves the costly rest of each paper unread, and reads it once', async () => {
    await bind();
    expect(read).not.toHaveBeenCalled();
    const [first] = rows();
    expect(first?.read()).toBe(first?.read());
    expect(read).toHaveBeenCalledOnce();
  });
});

describe('after a change of the page', () => {
  test('new rows are there, and those that stood keep their identity', async () => {
    await bind();
    const before = rows();
    list().insertAdjacentHTML('afterbegin', entry(3));
    await settle();
    expect(ids()).toEqual([idOf(3), idOf(1), idOf(2)]);
    expect(rows().slice(1)).toEqual(before);
    expect(rows()[1]).toBe(before[0]);
    expect(rows()[2]).toBe(before[1]);
  });

  test('rows that were taken away are gone', async () => {
    await bind();
    list().firstElementChild?.remove();
    await settle();
    expect(ids()).toEqual([idOf(2)]);
  });

  test('an element that got another paper is another row', async () => {
    await bind();
    const [before, second] = rows();
    const element = list().firstElementChild as HTMLElement;
    element.dataset.id = idOf(7);
    element.textContent = 'Paper 7';
    await settle();
    expect(ids()).toEqual([idOf(7), idOf(2)]);
    expect(rows()[0]).not.toBe(before);
    expect(rows()[0]?.read().title).toBe('Paper 7');
    expect(rows()[1]).toBe(second);
  });

  test('an element whose title was written anew is another row', async () => {
    await bind();
    const text = list().firstElementChild?.firstChild as Text;
    text.data = 'A better title';
    await settle();
    expect(rows()[0]).toMatchObject({ id: idOf(1), title: 'A better title' });
  });

  test('a row whose texts changed is read anew, and no other', async () => {
    for (const element of list().children) element.insertAdjacentHTML('beforeend', '<i>Ada</i>');
    await bind();
    const [first, second] = rows();
    const before = [first?.read(), second?.read()];
    (list().firstElementChild?.querySelector('i') as HTMLElement).textContent = 'Bea';
    await settle();
    expect(rows()[0]).toBe(first);
    expect(first?.read()).not.toBe(before[0]);
    expect(first?.read()).toBe(first?.read());
    expect(second?.read()).toBe(before[1]);
  });

  test('the kind of the page is looked at again', async () => {
    await bind();
    vi.mocked(siteFor).mockReturnValue(null);
    document.querySelector('main')?.replaceChildren('Another page.');
    await settle();
    expect(store.getState()).toMatchObject({ site: null, rows: [] });
  });

  test('many changes in a row are one reading', async () => {
    await bind();
    for (let n = 3; n < 40; n += 1) {
      list().insertAdjacentHTML('beforeend', entry(n));
      await vi.advanceTimersByTimeAsync(1);
    }
    await settle();
    expect(rows()).toHaveLength(39);
    expect(onRead).toHaveBeenCalledTimes(2);
  });

  test('a page that never rests is read all the same', async () => {
    await bind();
    const pulse = document.querySelector('p') as HTMLElement;
    list().insertAdjacentHTML('beforeend', entry(3));
    for (let n = 0; n < 100; n += 1) {
      pulse.textContent = `${n}`;
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(ids()).toContain(idOf(3));
    expect(onRead.mock.calls.length).toBeLessThan(10);
  });

  test('a reading is also made when asked for', async () => {
    await bind();
    binder?.refresh();
    await settle();
    expect(onRead).toHaveBeenCalledTimes(2);
  });

  test('a page that could not be read once is read again', async () => {
    const rowsOf = vi.spyOn(site, 'rows').mockImplementationOnce(() => {
      throw new Error('No luck.');
    });
    const failed = vi.fn();
    process.once('unhandledRejection', failed);
    await bind();
    list().insertAdjacentHTML('beforeend', entry(3));
    await settle();
    process.off('unhandledRejection', failed);
    expect(rowsOf).toHaveBeenCalledTimes(2);
    expect(ids()).toHaveLength(3);
  });
});

describe('told which rows changed', () => {
  /** The rows told of last, as indexes into the page's rows. */
  const told = () => onRead.mock.lastCall?.[0].changed.map((row) => rows().indexOf(row));

  test('all, at the first reading', async () => {
    await bind();
    expect(told()).toEqual([0, 1]);
  });

  test('those that are new, and no other', async () => {
    await bind();
    list().insertAdjacentHTML('afterbegin', entry(3));
    await settle();
    expect(told()).toEqual([0]);
  });

  test('none, when nothing within a row was touched', async () => {
    await bind();
    (document.querySelector('p') as HTMLElement).textContent = 'Another text.';
    await settle();
    expect(onRead).toHaveBeenCalledTimes(2);
    expect(told()).toEqual([]);
    binder?.refresh();
    await settle();
    expect(onRead).toHaveBeenCalledTimes(3);
    expect(told()).toEqual([]);
  });

  test.each<[string, (row: HTMLElement) => void]>([
    ['something was added', (row) => row.append(document.createElement('b'))],
    ['something deep within was added', (row) => row.querySelector('i')?.append('!')],
    [
      'a text was written anew',
      (row) => {
        (row.querySelector('i')?.firstChild as Text).data = 'Other.';
      },
    ],
    ['something was taken away', (row) => row.querySelector('i')?.remove()],
  ])('the same row again, where %s', async (_, touch) => {
    for (const element of list().children) element.insertAdjacentHTML('beforeend', '<i>Text.</i>');
    await bind();
    const [, second] = rows();
    touch(second?.elements[0] as HTMLElement);
    await settle();
    expect(rows()[1], 'it keeps its identity').toBe(second);
    expect(told()).toEqual([1]);
    binder?.refresh();
    await settle();
    expect(told(), 'told once').toEqual([]);
  });

  test('the row that took the place of another', async () => {
    await bind();
    (list().firstElementChild as HTMLElement).dataset.id = idOf(7);
    (list().firstElementChild as HTMLElement).textContent = 'Paper 7';
    await settle();
    expect(told()).toEqual([0]);
    expect(onRead.mock.lastCall?.[0].changed[0]).toMatchObject({ id: idOf(7) });
  });

  test('none of those that are gone', async () => {
    await bind();
    list().replaceChildren();
    await settle();
    expect(told()).toEqual([]);
  });

  test('what is touched while the page is read, at the next reading', async () => {
    await bind();
    onRead.mockImplementationOnce(() => {
      rows()[0]?.elements[0].append(document.createElement('b'));
    });
    binder?.refresh();
    await settle();
    expect(onRead).toHaveBeenCalledTimes(3);
    expect(told()).toEqual([0]);
  });
});

describe('what Winnow itself puts on the page', () => {
  test('needs no new reading', async () => {
    await bind();
    for (const element of list().children) element.append(document.createElement('winnow-row'));
    await settle();
    expect(onRead).toHaveBeenCalledOnce();
  });

  test('is missed when the page takes it away', async () => {
    await bind();
    const control = document.createElement('winnow-row');
    list().firstElementChild?.append(control);
    await settle();
    control.remove();
    await settle();
    expect(onRead).toHaveBeenCalledTimes(2);
  });

  test('does not hide what the page adds at the same time', async () => {
    await bind();
    list().firstElementChild?.append(document.createElement('winnow-row'));
    list().insertAdjacentHTML('beforeend', entry(3));
    await settle();
    expect(ids()).toContain(idOf(3));
  });
});

describe('stop', () => {
  test('nothing is read any more', async () => {
    await bind();
    binder?.stop();
    list().insertAdjacentHTML('beforeend', entry(3));
    await settle();
    expect(ids()).toEqual([idOf(1), idOf(2)]);
    expect(onRead).toHaveBeenCalledOnce();
  });

  test('a reading that was due, or is under way, is given up', async () => {
    await bind();
    list().insertAdjacentHTML('beforeend', entry(3));
    await vi.advanceTimersByTimeAsync(1);
    binder?.stop();
    await settle();
    expect(onRead).toHaveBeenCalledOnce();

    onRead.mockReset();
    store = createPageStore();
    const isOurs = () => false;
    binder = bindPage(document, store, { isOurs, onRead });
    binder.stop();
    await settle();
    expect(onRead).not.toHaveBeenCalled();
  });
});

describe('a page that is translated after it was read', () => {
  const translate = async (n: number, title: string) => {
    read.mockImplementation((given) => ({ ...makePaper(given), isTranslated: true }));
    const element = list().children[n - 1] as HTMLElement;
    (element.firstChild as Text).data = title;
    await vi.advanceTimersByTimeAsync(LONG_MS);
  };

  afterEach(() => read.mockReset().mockImplementation(makePaper));

  test('keeps the rows, titles and papers that were read', async () => {
    binder = bindPage(document, store, { isOurs: () => false, onRead });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    const [first, second] = rows();
    const paper = first?.read();
    await translate(1, 'Aufsatz 1');
    expect(rows()).toEqual([first, second]);
    expect(rows()[0]?.title).toBe('Paper 1');
    expect(rows()[0]?.read()).toBe(paper);
  });

  test('takes another paper in a row for what it is', async () => {
    binder = bindPage(document, store, { isOurs: () => false, onRead });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    (list().children[0] as HTMLElement).dataset.id = idOf(3);
    await translate(1, 'Aufsatz 3');
    expect(ids()[0]).toBe(idOf(3));
    expect(rows()[0]?.read().isTranslated).toBe(true);
  });
});
