// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { ParseResult } from '@/lib/exchange/formats/parsed-paper';
import { isPaperMemory, readPaperMemory } from '@/lib/exchange/import/paper-memory';

/** As PaperMemory writes them, with made-up contents. */
const MEMORY = {
  __dataVersion: 40700,
  'Arxiv-2410.11842': {
    id: 'Arxiv-2410.11842',
    title: 'On  Moss:\n A Study',
    author: 'Ada Moss and B. Stone',
    year: '2024',
    venue: '',
    bibtex: '@article{moss2024}',
    key: 'moss2024',
    pdfLink: 'https://arxiv.org/pdf/2410.11842v2.pdf',
    md: '[On Moss](https://arxiv.org/abs/2410.11842)',
    source: 'arxiv',
    note: 'see §3',
    tags: ['moss', 'to read'],
    favorite: true,
    favoriteDate: '2024-11-02T08:00:00.000Z',
    addDate: '2024-11-01T08:00:00.000Z',
    lastOpenDate: '2024-11-05T08:00:00.000Z',
    count: 3,
    code: {},
    codeLink: 'https://github.com/example/moss',
  },
  'Arxiv-hep-th_9901001': {
    id: 'Arxiv-hep-th_9901001',
    title: 'Strings',
    author: 'C. String',
    year: 'unknown',
    pdfLink: 'https://arxiv.org/pdf/hep-th/9901001.pdf',
    tags: [],
    favorite: false,
  },
  'IEEE-1234': {
    id: 'IEEE-1234',
    title: 'Published Later',
    author: 'D. Late',
    year: '2023',
    venue: 'A Conference',
    doi: '10.1109/ABC.2023.1',
    pdfLink: 'https://ieeexplore.ieee.org/document/1234',
    md: '[Published Later](https://arxiv.org/abs/2201.00001)',
    tags: ['late'],
    note: '',
  },
  Broken: { id: 'Other', pdfLink: 'https://example.org/x.pdf' },
  NotOne: 'text',
};

function read(json: unknown): readonly ParseResult[] {
  if (!isPaperMemory(json)) throw new Error('It is not recognised.');
  return [...readPaperMemory(json)];
}

function papers(json: unknown) {
  return read(json).flatMap((found) => ('paper' in found ? [found.paper] : []));
}

describe('the whole memory', () => {
  test('title, authors, ids, tags, note, star and day come over', () => {
    expect(papers(MEMORY)).toMatchObject([
      {
        title: 'On Moss: A Study',
        authors: ['Ada Moss', 'B. Stone'],
        date: '2024',
        codeUrl: 'https://github.com/example/moss',
        ...{ arxivId: '2410.11842', version: 2, doi: null, abstract: null, journalRef: null },
        triage: {
          starred: true,
          tags: ['moss', 'to read'],
          note: 'see §3\n\nhttps://github.com/example/moss',
          added: Date.UTC(2024, 10, 1, 8),
        },
      },
      { title: 'Strings', arxivId: 'hep-th/9901001', date: null, triage: {} },
      {
        title: 'Published Later',
        ...{ arxivId: '2201.00001', doi: '10.1109/abc.2023.1', journalRef: 'A Conference' },
        triage: { tags: ['late'] },
      },
    ]);
  });

  test('what has neither a title nor an id is told of, with its place', () => {
    const broken = read(MEMORY).flatMap((found) => ('paper' in found ? [] : [found.unreadable]));
    expect(broken.map(({ place, excerpt }) => [place, excerpt])).toEqual([
      [4, 'Broken'],
      [5, 'NotOne'],
    ]);
  });

  test('keys that mean something to the language mean nothing', () => {
    const json = JSON.parse(
      '{"__dataVersion":1,"__proto__":{"title":"x"},"constructor":{"title":"A Title"}}',
    );
    expect(papers(json).map(({ title }) => title)).toEqual(['A Title']);
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

test('the list of links, as objects or as texts', () => {
  const links = [
    'https://arxiv.org/abs/2410.11842',
    'https://doi.org/10.1000/x',
    'https://example.org',
  ];
  expect(papers(links).map(({ arxivId, doi }) => arxivId ?? doi)).toEqual([
    '2410.11842',
    '10.1000/x',
  ]);
  const objects = [
    { url: links[0], title: 'On Moss', tags: ['moss'], codeLink: 'https://c.example' },
  ];
  expect(papers(objects)).toMatchObject([
    {
      title: 'On Moss',
      arxivId: '2410.11842',
      triage: { tags: ['moss'], note: 'https://c.example' },
    },
  ]);
});

test('other JSON is not taken for it', () => {
  const others = [
    null,
    1,
    'a',
    [],
    {},
    [1],
    [{ type: 'article', title: 'x' }],
    { papers: [] },
    ['no link'],
  ];
  expect(others.filter(isPaperMemory)).toEqual([]);
});
