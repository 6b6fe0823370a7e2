import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLibrarySearch } from '@/lib/background/library-search';
import { offerOmnibox } from '@/lib/background/omnibox';
import type { Paper } from '@/lib/paper';
import { openLibrary, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

type Suggestion = { readonly content: string; readonly description: string };

let library: TestLibrary;
let type: (text: string) => Promise<readonly Suggestion[]>;
let enter: (text: string, disposition: string) => Promise<void>;
const said = vi.fn();

beforeEach(async () => {
  vi.restoreAllMocks();
  said.mockReset();
  fakeBrowser.reset();
  library = await openLibrary();
});

function start(isFirefox = false): void {
  const omnibox = {
    setDefaultSuggestion: said,
    onInputStarted: { addListener: () => {} },
    onInputChanged: {
      addListener: (
        listener: (text: string, suggest: (all: Suggestion[]) => void) => Promise<void>,
      ) => {
        type = async (text) => {
          let suggested: readonly Suggestion[] = [];
          await listener(text, (all) => {
            suggested = all;
          });
          return suggested;
        };
      },
    },
    onInputEntered: {
      addListener: (listener: typeof enter) => {
        enter = listener;
      },
    },
  };
  vi.spyOn(browser, 'omnibox', 'get').mockReturnValue(omnibox as never);
  offerOmnibox({ search: createLibrarySearch(library.db, library.queries), isFirefox });
}

const keep = (...papers: Partial<Paper>[]) =>
  library.run({ kind: 'star', value: true }, ...papers.map((paper) => makePaper(paper)));

describe('suggestions', () => {
  test('are the papers that are found, with what was typed marked', async () => {
    await keep(
      { id: idOf(1), title: 'Attention & depth', authors: ['A. Ada', 'B. Bell'] },
      { id: idOf(2), title: 'On width', authors: [] },
    );
    start();
    expect(await type('attention')).toEqual([
      {
        content: 'https://arxiv.org/abs/2611.00001',
        description: '<match>Attention</match> &amp; depth <dim>– A. Ada et al.</dim>',
      },
    ]);
    expect(said).toHaveBeenLastCalledWith({ description: 'Search your library for “attention”' });
  });

  test('are at most six', async () => {
    await keep(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ id: idOf(n), title: `Width ${n}` })));
    start();
    expect(await type('width')).toHaveLength(6);
  });

  test('nothing found is said', async () => {
    start();
    expect(await type('<b>')).toEqual([]);
    expect(said.mock.lastCall?.[0].description).toMatch(/^Nothing on your list .*&lt;b&gt;/);
  });

  test('are plain text for Firefox, which reads no XML', async () => {
    await keep({ id: idOf(1), title: 'Bounds & <i>nets</i>', authors: [] });
    start(true);
    expect(await type('nets')).toMatchObject([{ description: 'Bounds & <i>nets</i>' }]);
    expect(said.mock.calls, 'which shows what was said before').toEqual([
      [{ description: 'Search your Winnow library' }],
    ]);
  });

  test('are well-formed XML whatever a title holds', async () => {
    const parser = new DOMParser();
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<', '>', '&', '"', "'", ']]>', '</match>', 'width ', '\u0000', '\ud800'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      maxLength: 20,
    });
    start();
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const title = `width ${text}`;
        const search = async () => [{ id: idOf(1), meta: makePaper({ title }) } as never];
        offerOmnibox({ search, isFirefox: false });
        const [{ description = '' } = {}] = await type(`width ${text}`);
        const read = parser.parseFromString(`<d>${description}</d>`, 'text/xml');
        expect(read.querySelector('parsererror'), description).toBeNull();
        const tags = [...read.querySelectorAll('*')].map(({ tagName }) => tagName);
        expect(['d', 'match', 'dim']).toEqual(expect.arrayContaining([...new Set(tags)]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('Enter', () => {
  const PAPER = 'https://arxiv.org/abs/2611.00001';
  const searchFor = (text: string) =>
    `${browser.runtime.getURL('/library.html' as never)}#/papers?search=${text}`;

  test.each([
    [PAPER, PAPER],
    ['2611.00001v2', PAPER],
    ['arXiv:2611.00001', PAPER],
    ['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['tag:later nets & width', searchFor('tag%3Alater%20nets%20%26%20width')],
    ['https://example.com/', searchFor('https%3A%2F%2Fexample.com%2F')],
    ['javascript:alert(1)', searchFor('javascript%3Aalert(1)')],
  ])('%s opens %s', async (text, url) => {
    start();
    const update = vi.spyOn(browser.tabs, 'update').mockResolvedValue(undefined as never);
    await enter(text, 'currentTab');
    expect(update).toHaveBeenCalledExactlyOnceWith({ url });
  });

  test.each([
    ['newForegroundTab', true],
    ['newBackgroundTab', false],
  ])('%s: a new tab', async (disposition, active) => {
    start();
    const create = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
    await enter(PAPER, disposition);
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: PAPER, active });
  });
});
