import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { offerMenus } from '@/lib/background/menus';
import { createCommands } from '@/lib/library/commands';
import { LibraryDatabase } from '@/lib/library/database';
import { createQueries } from '@/lib/library/queries';

/** What the browser calls when the entry is chosen. */
let choose: (info: { menuItemId: string; selectionText?: string }) => Promise<void>;
let db: LibraryDatabase;
const announce = vi.fn();

beforeEach(() => {
  announce.mockReset();
  const menus = {
    create: vi.fn(),
    onClicked: {
      addListener: (listener: typeof choose) => {
        choose = listener;
      },
    },
  };
  vi.spyOn(browser, 'contextMenus', 'get').mockReturnValue(menus as never);
  db = new LibraryDatabase(`menus-${crypto.randomUUID()}`);
  offerMenus({ commands: createCommands(db), queries: createQueries(db), announce });
});

test('selected text becomes a rule, and open pages hear of it', async () => {
  await choose({ menuItemId: 'highlight-selection', selectionText: '  state\n space ' });
  const rules = await createQueries(db).rules();
  expect(rules).toMatchObject([{ terms: ['state space'], action: 'highlight', enabled: true }]);
  expect(announce).toHaveBeenCalledWith({ rules });
});

test.each([
  { menuItemId: 'highlight-selection', selectionText: '   ' },
  { menuItemId: 'highlight-selection' },
  { menuItemId: 'something else', selectionText: 'attention' },
])('%j makes no rule', async (info) => {
  await choose(info);
  expect(await createQueries(db).rules()).toEqual([]);
  expect(announce).not.toHaveBeenCalled();
});
