// @vitest-environment node
import { plugins } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsl } from '@/lib/exchange/formats/csl-read';
import { writeCsl } from '@/lib/exchange/formats/csl-write';
import { anyRecord, asFound, makeRecord, papersIn, read, written } from '../../helpers/exchange';
import { idOf } from '../../helpers/papers';

test('another program reads the same', () => {
  const full = makeRecord(
    {
      title: '{\\"U}ber $O(N^2)$',
      authors: ['Ludwig van Beethoven', 'The ATLAS Collaboration'],
      abstract: 'An abstract.',
      journalRef: 'Phys. Rev. D 12 (2026)',
      date: '2026-11',
      doi: '10.1103/physrevd.12.1',
    },
    { tags: ['to read'], note: 'See §3.' },
  );
  const text = written(writeCsl, [full, makeRecord({ id: idOf(2) })]);
  const items = plugins.input.chain(text, { generateGraph: false });
  expect(items).toMatchObject([
    {
      id: 'vanbeethoven2026uber',
      type: 'article-journal',
      title: 'Über $O(N^2)$',
      author: [
        { family: 'van Beethoven', given: 'Ludwig' },
        { literal: 'The ATLAS Collaboration' },
      ],
      abstract: 'An abstract.',
      'container-title': 'Phys. Rev. D 12 (2026)',
      issued: { 'date-parts': [[2026, 11]] },
      DOI: '10.1103/physrevd.12.1',
      keyword: 'to read',
      annote: 'See §3.',
    },
    { type: 'article', DOI: '10.48550/arXiv.2611.00002', number: 'arXiv:2611.00002' },
  ]);
  expect(written(writeCsl, [])).toBe('[]\n');
});

test('every field comes back', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 3 }), (records) => {
      expect(papersIn(readCsl, written(writeCsl, records))).toEqual(
        records.map((record, index) => ({ ...asFound(record), place: index + 1 })),
      );
    }),
    { numRuns: 300 },
  );
});

describe('reading what others write', () => {
  test('Zotero, Pandoc and Crossref', () => {
    const text = `\uFEFF[ {"id": "http://zotero.org/users/1/items/A", "type": "article",
  "title": "On <i>E. coli</i> and x<sup>2</sup>", "number": "arXiv:2410.11842", "archive": "arXiv",
  "note": "arXiv:2410.11842 [cs]", "author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}],
  "issued": {"date-parts": [["2024", 11, "5"]]}, "keyword": "a, b", "__proto__": {"x": 1}},
 {"title": "Two", "DOI": "10.1000/ABC", "container-title": "J.", "volume": 3, "issue": "4", "page": "5-6", "issued": {"raw": "2020-02"}, "author": "nobody", "categories": 5},
 {"title": 5}]`;
    expect(papersIn(readCsl, text)).toMatchObject([
      {
        title: 'On E. coli and x2',
        authors: ['Ludwig van Beethoven'],
        arxivId: '2410.11842',
        date: '2024-11-05',
        triage: { tags: ['a', 'b'] },
      },
      {
        title: 'Two',
        doi: '10.1000/abc',
        journalRef: 'J. 3(4), 5-6',
        date: '2020-02',
        authors: [],
      },
      { title: '5' },
    ]);
    expect(papersIn(readCsl, '{"title": "One item"}')).toMatchObject([
      { title: 'One item', place: 1 },
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test("Crossref's own records", () => {
    const record = {
      ...{
        DOI: '10.1000/abc',
        title: ['Moss &amp; <i>Stones</i>'],
        'container-title': ['J. Moss'],
      },
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>We <jats:italic>look</jats:italic>.</jats:p><jats:p>Twice.</jats:p>',
      author: [{ given: 'Ada', family: 'Alder', sequence: 'first', affiliation: [] }],
      issued: { 'date-parts': [[2024, 11]] },
    };
    expect(papersIn(readCsl, JSON.stringify(record))).toMatchObject([
      {
        ...{ title: 'Moss & Stones', journalRef: 'J. Moss', abstract: 'We look. Twice.' },
        ...{ authors: ['Ada Alder'], date: '2024-11', doi: '10.1000/abc' },
      },
    ]);
  });

  test('a file that is cut off gives the items before', () => {
    const text = written(
      writeCsl,
      [1, 2, 3].map((n) => makeRecord({ id: idOf(n), title: `P${n}, ]"{` })),
    );
    for (let length = 3; length < text.length - 3; length += 5) {
      const found = read(readCsl, text.slice(0, length));
      const papers = found.flatMap((one) => ('paper' in one ? [one.paper.title] : []));
      expect(papers).toEqual(['P1, ]"{', 'P2, ]"{', 'P3, ]"{'].slice(0, papers.length));
      expect(found.length - papers.length).toBeLessThan(2);
      expect(papers.length).toBe((text.slice(0, length).match(/\}\}\}(?=,\n|$)/g) ?? []).length);
    }
  });

  test('what is no item is told; depth hurts nothing', () => {
    const deep = '['.repeat(200_000);
    const found = read(
      readCsl,
      `[1, "x", {"author": []}, ${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}, {"title": "Good"}]`,
    );
    expect(found.map((one) => ('paper' in one ? one.paper.title : one.unreadable.place))).toEqual([
      ...[1, 2, 3, 4, 'Good'],
    ]);
    expect(read(readCsl, deep)).toMatchObject([{ unreadable: { place: 1 } }]);
    for (const text of ['', ' ', '[', '[]', 'null', '{', '"', '[,]', ']']) read(readCsl, text);
  });
});
