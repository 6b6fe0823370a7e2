// @vitest-environment node
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRis } from '@/lib/exchange/formats/ris-read';
import { writeRis } from '@/lib/exchange/formats/ris-write';
import { anyRecord, asFound, makeRecord, papersIn, read, written } from '../../helpers/exchange';
import { idOf } from '../../helpers/papers';

const full = makeRecord(
  {
    title: 'Schr\\"odinger and $O(N^2)$',
    authors: ['Ludwig van Beethoven', 'The ATLAS Collaboration', 'Martin Luther King Jr.'],
    abstract: 'An abstract.',
    categories: ['cs.LG', 'stat.ML'],
    comments: '12 pages',
    journalRef: 'Phys. Rev. D 12 (2026)',
    date: '2026-11-05',
    version: 2,
    doi: '10.1103/physrevd.12.1',
  },
  { starred: true, status: 'read', tags: ['to read', 'a, b'], note: 'One\n\nER  - two' },
  Date.UTC(2026, 10, 6),
);

test('a reference is what people expect', () => {
  expect(written(writeRis, [full]).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "TY  - JOUR
    TI  - Schrödinger and $O(N^2)$
    AU  - van Beethoven, Ludwig
    AU  - The ATLAS Collaboration
    AU  - King, Martin Luther, Jr.
    PY  - 2026
    DA  - 2026/11/05/
    T2  - Phys. Rev. D 12 (2026)
    DO  - 10.1103/physrevd.12.1
    UR  - https://arxiv.org/abs/2611.00001
    DB  - arXiv
    AN  - arXiv:2611.00001
    ET  - v2
    AB  - An abstract.
    C1  - 12 pages
    C2  - cs.LG; stat.ML
    KW  - a, b
    KW  - to read
    N1  - One
     
     \\ER  - two
    U1  - read
    U2  - starred
    U4  - added 2026-11-06T00:00:00.000Z
    ER  - 

    "
  `);
});

test('another program reads the same', () => {
  const text = written(writeRis, [full, makeRecord({ id: idOf(2), title: 'Second' })]);
  const [item, second, ...more] = plugins.input.chain(text, { generateGraph: false });
  expect(more).toEqual([]);
  expect(second).toMatchObject({ title: 'Second', DOI: '10.48550/arXiv.2611.00002' });
  expect(item).toMatchObject({
    type: 'article-journal',
    title: 'Schrödinger and $O(N^2)$',
    DOI: '10.1103/physrevd.12.1',
    abstract: 'An abstract.',
    author: [
      { family: 'van Beethoven', given: 'Ludwig' },
      { literal: 'The ATLAS Collaboration' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    ],
    'container-title': 'Phys. Rev. D 12 (2026)',
    issued: { 'date-parts': [[2026, 11, 5]] },
  });
});

test('another program takes whatever is in our texts for one reference each', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 3 }), (all) => {
      const items = plugins.input.chain(written(writeRis, all), { generateGraph: false });
      expect(items).toHaveLength(all.length);
    }),
  );
});

test('every field that RIS holds comes back', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const known = asFound(record);
      const [paper, ...more] = papersIn(readRis, written(writeRis, [record]));
      expect(more).toEqual([]);
      expect(paper).toEqual({
        ...known,
        authors: known.authors.map((name) => (name === 'Čapek, K.' ? 'K. Čapek' : name)),
        authorsTotal: null,
        upvotes: null,
        numComments: null,
        organization: null,
        codeUrl: null,
        codeStars: null,
        projectUrl: null,
        aiSummary: null,
        place: 1,
      });
    }),
    { numRuns: 500 },
  );
});

describe('reading what others write', () => {
  test('Zotero, EndNote and publishers', () => {
    const text = `\uFEFFTY  - JOUR
TI  - One
AU  - Müller, Jörg
AU  - Davis, Sammy, Jr.
AB  - First line
goes on
T2  - Phys. Rev.
VL  - 12
IS  - 3
SP  - 4
EP  - 9
DA  - 2024/11/05/
DO  - https://doi.org/10.1103/ABC
KW  - a
KW  - b
N1  - note
ER  - 

TY  - GEN
T1  - Two
A1  - Lovelace,Ada
Y1  - 2024///
UR  - https://arxiv.org/abs/2410.11842v3
ER  -
TY  - RPRT
AN  - arXiv:hep-th/9901001
ER  - `;
    expect(papersIn(readRis, text)).toMatchObject([
      {
        title: 'One',
        authors: ['Jörg Müller', 'Sammy Davis Jr.'],
        abstract: 'First line goes on',
        journalRef: 'Phys. Rev. 12(3), 4–9',
        date: '2024-11-05',
        doi: '10.1103/abc',
        arxivId: null,
        triage: { tags: ['a', 'b'], note: 'note' },
        place: 1,
      },
      { title: 'Two', authors: ['Ada Lovelace'], date: '2024', arxivId: '2410.11842', version: 3 },
      { title: null, arxivId: 'hep-th/9901001', place: 25 },
    ]);
  });

  test('a reference without its end, and one of nothing, cost themselves alone', () => {
    const text =
      'TY  - JOUR\r\nTI  - Cut\r\nTY  - JOUR\r\nTI  - Good\r\nER  - \r\nTY  - JOUR\r\nAU  - A\r\nER  - \r\nTY  - JOUR\r\nTI  - Off';
    expect(read(readRis, text)).toMatchObject([
      { unreadable: { place: 1, excerpt: 'TY - JOUR Cut' } },
      { paper: { title: 'Good', place: 3 } },
      { unreadable: { place: 6, reason: expect.stringContaining('title') } },
      { unreadable: { place: 9 } },
    ]);
  });

  test('whatever it is, nothing is thrown', () => {
    const parts = ['TY  - ', 'ER  - ', 'TI  - x', 'AU  - , ,', '\n', '\r', ' ', 'x', 'KW  -'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (all) => {
        expect(() => read(readRis, all.join(''))).not.toThrow();
      }),
    );
  });
});
