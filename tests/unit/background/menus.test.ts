import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announceCommands } from '@/lib/background/announced-commands';
import { offerMenus } from '@/lib/background/menus';
import { UNDECIDED } from '@/lib/paper';
import { openLibrary, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

interface Click {
  readonly menuItemId: string;
  readonly selectionText?: string;
  readonly linkUrl?: string;
  readonly linkText?: string;
}

/** What the browser calls when an entry is chosen. */
let choose: (info: Click, tab?: { id: number; url?: string }) => Promise<void>;
let library: TestLibrary;
const announce = vi.fn();
const fill = vi.fn();
const flash = vi.fn();
const create = vi.fn();
/** What the page in the tab answers, and what its links say. */
let onPage: unknown;
let links: string | null;

const ID = idOf(1);
const TAB = { id: 7, url: 'https://example.com/' };
const LINK = { menuItemId: 'save-link', linkUrl: 'https://arxiv.org/pdf/2611.00001v2' };

beforeEach(async () => {
  vi.resetAllMocks();
  fakeBrowser.reset();
  onPage = null;
  links = null;
  const menus = {
    create,
    removeAll: async () => {},
    onClicked: {
      addListener: (listener: typeof choose) => {
        choose = listener;
      },
    },
  };
  vi.spyOn(browser, 'contextMenus', 'get').mockReturnValue(menus as never);
  const executeScript = async () => [{ result: links }];
  vi.spyOn(browser, 'scripting', 'get').mockReturnValue({ executeScript } as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => ({ answer: onPage }));
  library = await openLibrary();
  const { commands, queries } = library;
  offerMenus({ commands: announceCommands(commands, announce), queries, fill, flash });
});

const record = () => library.db.papers.get(ID);

test('the entries are there, in the language of the browser', async () => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(3));
  expect(create.mock.calls.map(([entry]) => entry.title)).toEqual([
    'Highlight “%s” with Winnow',
    'Save to Winnow',
    'Save this page to Winnow',
  ]);
});

describe('highlight', () => {
  test('selected text becomes a rule, and open pages hear of it', async () => {
    await choose({ menuItemId: 'highlight-selection', selectionText: '  state\n space ' });
    const rules = await library.queries.rules();
    expect(rules).toMatchObject([{ terms: ['state space'], action: 'highlight', enabled: true }]);
    expect(announce).toHaveBeenCalledWith(expect.objectContaining({ rules }));
  });

  test('of a selection with a drawn formula the words around it become the rule', async () => {
    onPage = { hasFormula: true, words: 'norm of weights' };
    const selectionText = 'the |W|F | 𝑊 | 𝐹 norm of weights';
    await choose({ menuItemId: 'highlight-selection', selectionText }, TAB);
    expect(await library.queries.rules()).toMatchObject([{ terms: ['norm of weights'] }]);
  });

  test('of a formula alone there are no words, and the icon says so', async () => {
    onPage = { hasFormula: true, words: '' };
    await choose({ menuItemId: 'highlight-selection', selectionText: '|W|F' }, TAB);
    expect(await library.queries.rules()).toEqual([]);
    expect(flash).toHaveBeenCalledExactlyOnceWith(TAB.id, expect.stringContaining('formula'));
  });

  test.each<[string, unknown]>([
    ['says that there is no formula', { hasFormula: false, words: 'space' }],
    ['does not answer', null],
    ['answers with anything else', { words: 7 }],
  ])('where the page %s, all of the selection does', async (_, answer) => {
    onPage = answer;
    await choose({ menuItemId: 'highlight-selection', selectionText: 'state space' }, TAB);
    expect(await library.queries.rules()).toMatchObject([{ terms: ['state space'] }]);
  });

  test.each<Click>([
    { menuItemId: 'highlight-selection', selectionText: '   ' },
    { menuItemId: 'highlight-selection' },
    { menuItemId: 'something else', selectionText: 'attention' },
  ])('%j makes no rule', async (info) => {
    await choose(info);
    expect(await library.queries.rules()).toEqual([]);
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('save', () => {
  test('a link anywhere: starred under its text, announced, and the rest is asked for', async () => {
    await choose({ ...LINK, linkText: ' On the\n width of nets ' }, TAB);
    expect(await record()).toMatchObject({
      meta: { title: 'On the width of nets', authors: [] },
      triage: { starred: true },
    });
    expect(announce).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        states: { [ID]: { ...UNDECIDED, starred: true } },
      }),
    );
    expect(fill).toHaveBeenCalledExactlyOnceWith(ID);
    expect(flash).toHaveBeenCalledExactlyOnceWith(TAB.id, null);
  });

  test('the text of the link is looked up where the browser does not tell it', async () => {
    links = 'On the width of nets';
    await choose(LINK, TAB);
    expect((await record())?.meta.title).toBe('On the width of nets');
  });

  test.each(['', 'PDF', '[12]', 'View the whole PDF', 'arXiv:2611.00001 [cs.LG] 3 Nov'])(
    'a link “%s” names no title: the id stands for it',
    async (linkText) => {
      await choose({ ...LINK, linkText }, TAB);
      expect((await record())?.meta.title).toBe('arXiv:2611.00001');
    },
  );

  test('a page that shows the paper tells all of it, and nothing need be asked for', async () => {
    const paper = makePaper({ title: 'As the page has it', authors: ['A. Ada'] });
    onPage = paper;
    await choose({ ...LINK, linkText: 'On the width of nets' }, TAB);
    expect((await record())?.meta).toMatchObject({ title: paper.title, authors: ['A. Ada'] });
    expect(fill).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['another paper', makePaper({ id: idOf(2) })],
    ['no paper', { id: ID, title: 7 }],
  ])('a page that answers with %s is not believed', async (_, answer) => {
    onPage = answer;
    await choose({ ...LINK, linkText: 'On the width of nets' }, TAB);
    expect((await record())?.meta.title).toBe('On the width of nets');
    expect(await library.db.papers.count()).toBe(1);
  });

  test('what the library knows stays; saved twice is one thing to undo', async () => {
    const paper = makePaper({ title: 'Known before', authors: ['A. Ada'] });
    await library.run({ kind: 'dismiss', value: true }, paper);
    await choose({ ...LINK, linkText: 'On the width of nets' }, TAB);
    await choose(LINK, TAB);
    expect(await record()).toMatchObject({ meta: { title: 'Known before' } });
    expect(fill).not.toHaveBeenCalled();
    expect(await library.db.operations.count()).toBe(2);
    expect(flash).toHaveBeenLastCalledWith(TAB.id, null);
  });

  test('it is undone like any other change', async () => {
    await choose(LINK, TAB);
    const last = await library.db.operations.toCollection().last();
    await library.undo(last?.op ?? '');
    expect(await record()).toMatchObject({ triage: { starred: false }, shelf: 'none' });
  });

  test('a DOI, under itself: arXiv is not asked for it', async () => {
    await choose({ ...LINK, linkUrl: 'https://doi.org/10.1000/ABC.12', linkText: 'PDF' }, TAB);
    expect(await library.db.papers.get('doi:10.1000/abc.12')).toMatchObject({
      meta: { title: 'doi:10.1000/abc.12', source: 'elsewhere' },
      triage: { starred: true },
    });
    expect(fill).not.toHaveBeenCalled();
  });

  test('the page of a paper', async () => {
    await choose(
      { menuItemId: 'save-page' },
      { id: 7, url: 'https://huggingface.co/papers/2611.00001' },
    );
    expect((await record())?.triage.starred).toBe(true);
  });

  test('a link to something else: said at the icon', async () => {
    await choose({ ...LINK, linkUrl: 'https://arxiv.org/abs/none' }, TAB);
    expect(flash).toHaveBeenCalledExactlyOnceWith(TAB.id, expect.stringContaining('no paper'));
    expect(await library.db.papers.count()).toBe(0);
  });

  test('what cannot be saved is said at the icon, with the reason', async () => {
    library.db.close();
    await choose(LINK, TAB).catch(() => {});
    expect(flash).toHaveBeenCalledExactlyOnceWith(TAB.id, expect.any(String));
    expect(announce).not.toHaveBeenCalled();
  });
});
