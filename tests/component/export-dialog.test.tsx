import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ExportDialog, type ExportScope } from '@/components/export/export-dialog';
import { library } from '@/lib/connections/library';
import { makeRecord } from '../helpers/exchange';
import { idOf } from '../helpers/papers';

const records = Array.from({ length: 600 }, (_, n) =>
  makeRecord({ id: idOf(n), title: `Paper ${n}`, authors: ['A Li'] }, {}, 0, n + 1),
);
const copied: string[] = [];
const saved: { readonly name: string; readonly file: Blob }[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  copied.length = 0;
  saved.length = 0;
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '');
  };
  vi.spyOn(library, 'byNums').mockImplementation(
    async (nums) =>
      new Map(records.filter(({ num }) => nums.includes(num)).map((one) => [one.num, one])),
  );
  const files = new Map<string, Blob>();
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        files.set(`blob:${files.size}`, file);
        return `blob:${files.size - 1}`;
      },
      revokeObjectURL: () => {},
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, file: files.get(this.href) ?? new Blob() });
  });
});

afterEach(cleanup);

/** What the browser does with a text that is still being made. */
function allowClipboard(write: (text: string) => void = (text) => copied.push(text)): void {
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly data: Record<string, Promise<Blob>>) {}
    },
  );
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      write: async ([item]: { data: Record<string, Promise<Blob>> }[]) =>
        write((await textOf(await item?.data['text/plain'])) ?? ''),
    },
  });
}

/** jsdom's blobs have no `text`. */
const textOf = (blob: Blob | undefined) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    if (blob) reader.readAsText(blob);
    else resolve('');
  });

const SCOPES: ExportScope[] = [
  { name: 'selection', nums: [2, 1] },
  { name: 'shown', nums: [1, 2, 3] },
  { name: 'all', nums: records.map(({ num }) => num) },
];

function open(scopes = SCOPES) {
  const onClose = vi.fn();
  const user = userEvent.setup();
  allowClipboard();
  render(<ExportDialog scopes={scopes} onClose={onClose} />);
  const dialog = within(screen.getByRole('dialog', { name: 'Export papers' }));
  const choose = (name: RegExp) => user.click(dialog.getByRole('radio', { name }));
  const press = (name: string) => user.click(dialog.getByRole('button', { name }));
  return { dialog, choose, press, user, onClose };
}

test('the selection is copied as BibTeX at first', async () => {
  const { dialog, press } = open();
  expect(dialog.getByRole('radio', { name: /^Selected 2 papers/ })).toHaveProperty('checked', true);
  expect(dialog.getByRole('radio', { name: /^BibTeX/ })).toHaveProperty('checked', true);
  await press('Copy');
  await dialog.findByText('Copied 2 papers.');
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Copy' }));
  expect(copied[0]?.match(/title = .*/g)).toEqual(['title = {Paper 0},', 'title = {Paper 1},']);
});

test('what a format has no place for is said, and another is remembered', async () => {
  const { dialog, choose } = open();
  expect(dialog.getByText(/^BibTeX has no place for: .*upvotes/)).toBeTruthy();
  await choose(/^CSV/);
  expect(dialog.getByText(/^CSV holds all/)).toBeTruthy();
  cleanup();
  const again = open();
  await waitFor(() =>
    expect(again.dialog.getByRole('radio', { name: /^CSV/ })).toHaveProperty('checked', true),
  );
});

test('a file is saved under the day and its ending', async () => {
  const { dialog, choose, press } = open();
  await choose(/^Whole reading list 600 papers/);
  await choose(/^RIS/);
  await press('Download');
  await dialog.findByText(/^Saved 600 papers as winnow-\d{4}-\d\d-\d\d\.ris\.$/);
  expect(saved[0]?.name).toMatch(/^winnow-.*\.ris$/);
  expect((await textOf(saved[0]?.file)).match(/^TI {2}- /gm)).toHaveLength(600);
});

test('a long export says how far it is, and can be given up', async () => {
  let more = () => {};
  vi.mocked(library.byNums).mockImplementation(async (nums) => {
    if (!nums.includes(1))
      await new Promise<void>((resolve) => {
        more = resolve;
      });
    return new Map();
  });
  const { dialog, choose, press } = open();
  await choose(/^Whole/);
  await choose(/^CSV/);
  await press('Download');
  const bar = await dialog.findByRole('progressbar', { name: '100 of 600 papers' });
  expect(bar).toHaveProperty('value', 100);
  expect(dialog.getByRole('radio', { name: /^RIS/ }).matches(':disabled')).toBe(true);
  await press('Cancel');
  more();
  expect(dialog.getByRole('button', { name: 'Download' })).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve));
  expect(saved).toEqual([]);
});

test('a clipboard that is closed, and an archive that cannot be copied, are told', async () => {
  const { dialog, choose, press } = open();
  allowClipboard(() => {
    throw new Error('not allowed');
  });
  await press('Copy');
  await dialog.findByText('Nothing was exported: not allowed');
  await choose(/^Markdown files/);
  expect(dialog.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
  expect(dialog.queryByText(/Nothing was exported/)).toBeNull();
});

test('Escape closes it, but gives up an export first', async () => {
  vi.mocked(library.byNums).mockReturnValue(new Promise(() => {}));
  const { dialog, press, user, onClose } = open();
  await press('Download');
  await dialog.findByRole('progressbar');
  await user.keyboard('{Escape}');
  expect(onClose).not.toHaveBeenCalled();
  expect(dialog.queryByRole('progressbar')).toBeNull();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
