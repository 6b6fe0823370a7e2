// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseColumns } from '@/lib/exchange/formats/csv-columns';
import { csvHeader, readCsvAs } from '@/lib/exchange/formats/csv-read';
import { writeCsv } from '@/lib/exchange/formats/csv-write';
import {
  anyRecord,
  asFound,
  makeRecord,
  papersIn,
  read,
  readCsv,
  written,
} from '../../helpers/exchange';
import { idOf } from '../../helpers/papers';

/** As the standard says, and nothing more: https://www.rfc-editor.org/rfc/rfc4180 */
function strictly(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('another program reads the same', () => {
  const text = written(writeCsv, [
    makeRecord(
      { title: 'A "quoted", title', authors: ['A B', 'C; D'] },
      { note: 'One\ntwo', starred: true },
    ),
    makeRecord({ id: idOf(2), title: '=HYPERLINK("x")' }),
  ]);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [header = [], first = [], second = [], ...more] = strictly(text.slice(1));
  expect(more).toEqual([]);
  const cell = (row: string[], name: string) => row[header.indexOf(name)];
  expect(cell(first, 'Title')).toBe('A "quoted", title');
  expect(cell(first, 'Authors')).toBe('A B; C\\; D');
  expect(cell(first, 'Note')).toBe('One\ntwo');
  expect(cell(first, 'Starred')).toBe('yes');
  expect(cell(first, 'URL')).toBe('https://arxiv.org/abs/2611.00001');
  expect(cell(second, 'Title')).toBe('\'=HYPERLINK("x")');
});

test('no cell is a formula', () => {
  const evil = fc
    .constantFrom('=', '+', '-', '@', '\t', '＝', "'", "'=")
    .map((start) => `${start}cmd|'x'!A1`);
  fc.assert(
    fc.property(evil, evil, evil, (title, note, tag) => {
      const record = makeRecord(
        { title, authors: [title], journalRef: title },
        { note, tags: [tag] },
      );
      const text = written(writeCsv, [record]);
      for (const cell of strictly(text.slice(1)).flat())
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(papersIn(readCsv, text)[0]).toMatchObject({
        title: title.trim(),
        journalRef: title.trim(),
        triage: { note, tags: [tag.trim()] },
      });
    }),
  );
});

test('every field comes back', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 3 }), (records) => {
      expect(papersIn(readCsv, written(writeCsv, records))).toEqual(
        records.map((record, index) => ({ ...asFound(record), place: index + 2 })),
      );
    }),
    { numRuns: 300 },
  );
});

test('a long table is read to its end', () => {
  const records = Array.from({ length: 1_000 }, (_, n) =>
    makeRecord({ id: idOf(n), title: `A, "${n}"\n` }),
  );
  const papers = papersIn(readCsv, written(writeCsv, records));
  expect(papers.map(({ title }) => title)).toEqual(records.map((_, n) => `A, "${n}"`));
});

describe('reading what others write', () => {
  test('Zotero', () => {
    const text = `\uFEFF"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Date Added","Extra","Notes","Manual Tags","Automatic Tags"
"ABC","preprint","2024","Müller, Jörg; King, Jr., Martin Luther","One","","10.48550/arXiv.2410.11842","http://arxiv.org/abs/2410.11842","About","2024-10-15","2024-10-20 08:00:00","arXiv:2410.11842 [cs]","","to read; b","Computer Science"
"DEF","journalArticle","2020","Lovelace, Ada","Two","Nature","10.1038/ABC","","","2020","","","","",""`;
    expect(papersIn(readCsv, text)).toMatchObject([
      {
        title: 'One',
        authors: ['Jörg Müller', 'Martin Luther King Jr.'],
        arxivId: '2410.11842',
        doi: null,
        abstract: 'About',
        date: '2024-10-15',
        triage: { tags: ['to read', 'b', 'Computer Science'] },
        place: 2,
      },
      {
        title: 'Two',
        authors: ['Ada Lovelace'],
        journalRef: 'Nature',
        doi: '10.1038/abc',
        date: '2020',
      },
    ]);
  });

  test.each([
    ['tabs', 'Paper Title\tLink\n"A, b"\thttps://arxiv.org/pdf/2410.11842v2\n'],
    ['semicolons', 'link;titel;x\r\nhttps://huggingface.co/papers/2410.11842;A, b;\r\n'],
    ['a short row', 'title,arxiv_id,notes\n"A, b",2410.11842\n'],
    ['line ends of old', 'TITLE,arXiv ID\r"A, b",2410.11842\r'],
  ])('%s', (_, text) => {
    expect(papersIn(readCsv, text)).toMatchObject([{ title: 'A, b', arxivId: '2410.11842' }]);
  });

  test.each([
    ['Ada Lovelace, Bob Hope and Li Wei', ['Ada Lovelace', 'Bob Hope', 'Li Wei']],
    ['"Lovelace, Ada"', ['Ada Lovelace']],
    ['Ada Lovelace and Bob Hope', ['Ada Lovelace', 'Bob Hope']],
    ['Plato', ['Plato']],
  ])('authors %s', (cell, authors) => {
    const quoted = cell.includes(',') && !cell.startsWith('"') ? `"${cell}"` : cell;
    expect(papersIn(readCsv, `title,authors\nT,${quoted}\n`)[0]?.authors).toEqual(authors);
  });

  test("Excel's line about what stands between the cells is none of the names", () => {
    const text = 'sep=;\r\nTitle;Authors\r\nMoss;"Ada, A.; Bell, B."\r\n';
    expect(papersIn(readCsv, text)).toMatchObject([
      { title: 'Moss', authors: ['A. Ada', 'B. Bell'] },
    ]);
  });

  test('columns can be said by the user', () => {
    const text = 'What,Who,Where\nOne,A B,2410.11842\n';
    expect(recogniseColumns(csvHeader(text))).toEqual([null, null, null]);
    expect(read(readCsv, text)).toMatchObject([{ unreadable: { place: 1 } }]);
    const [paper] = papersIn(readCsvAs(['title', 'authors', 'arxivId']), text);
    expect(paper).toMatchObject({ title: 'One', authors: ['A B'], arxivId: '2410.11842' });
  });

  test('a quotation mark that is not closed costs one line', () => {
    const rows = Array.from({ length: 500 }, (_, n) => `T${n},2410.${10_000 + n}`);
    rows[300] = '"never closed,x';
    const found = read(readCsv, ['title,arxiv', ...rows].join('\n'));
    expect(found).toHaveLength(500);
    expect(found[300]).toMatchObject({ unreadable: { place: 302, excerpt: '"never closed,x' } });
    expect(found[499]).toMatchObject({ paper: { title: 'T499' } });
  });

  test('whatever it is, nothing is thrown', () => {
    const parts = ['title', ',', ';', '"', '\n', '\r\n', '\t', '__proto__', "'=", 'x', '\\'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (all) => {
        expect(() => read(readCsv, all.join(''))).not.toThrow();
      }),
    );
  });
});

test('a link that leads to no web page is left out, with its stars, and loses no paper', () => {
  const links = ['javascript:alert(1)', 'soon', 'https://github.com/a/b'];
  const text = `title,code,code stars,project page\n${links.map((link) => `T,${link},5,${link}`).join('\n')}\n`;
  const papers = papersIn(readCsv, text);
  expect(
    papers.map(({ codeUrl, codeStars, projectUrl }) => [codeUrl, codeStars, projectUrl]),
  ).toEqual([
    ...[1, 2].map(() => [null, null, null]),
    ['https://github.com/a/b', 5, 'https://github.com/a/b'],
  ]);
});
