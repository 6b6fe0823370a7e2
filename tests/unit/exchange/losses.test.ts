// @vitest-environment node
/** docs/exchange.md, the code, and what the code says of itself, are one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, type FormatName, formatOf } from '@/lib/exchange/formats';
import { readBibtex } from '@/lib/exchange/formats/bibtex-read';
import { writeBibtex } from '@/lib/exchange/formats/bibtex-write';
import { readCsl } from '@/lib/exchange/formats/csl-read';
import { writeCsl } from '@/lib/exchange/formats/csl-write';
import { writeCsv } from '@/lib/exchange/formats/csv-write';
import { EXPORT_FIELDS, type ExportField } from '@/lib/exchange/formats/export-fields';
import { writeMarkdownList } from '@/lib/exchange/formats/markdown-list';
import { obsidianFiles } from '@/lib/exchange/formats/obsidian';
import type { ParseResult, Reader, Writer } from '@/lib/exchange/formats/parsed-paper';
import { readRis } from '@/lib/exchange/formats/ris-read';
import { writeRis } from '@/lib/exchange/formats/ris-write';
import { NO_EXTRAS, winnowWriter } from '@/lib/exchange/formats/winnow-write';
import { readSavedLibrary } from '@/lib/exchange/import/read-saved-library';
import { recognise } from '@/lib/exchange/import/recognise';
import { recordFromFile } from '@/lib/library/identity/merge-records';
import type { TriageState } from '@/lib/paper';
import { asFound, makeRecord, papersIn, readCsv, written } from '../../helpers/exchange';
import { messageOf } from '../../helpers/locale';

const ADDED = Date.UTC(2001, 1, 3);

/** Everything is known of it, and all is told apart from everything else. */
const full = makeRecord(
  {
    id: 'arxiv:2611.01234',
    title: 'Thetitle',
    abstract: 'Theabstract',
    authors: ['Theauthor X'],
    authorsTotal: 4321,
    categories: ['cs.LG', 'q-bio.NC'],
    comments: 'Thecomment',
    journalRef: 'Thejournal',
    date: '1987-06-05',
    version: 77,
    upvotes: 88_888,
    numComments: 99_999,
    organization: 'Thelab',
    codeUrl: 'https://code.example/thecode',
    codeStars: 55_555,
    projectUrl: 'https://project.example/theproject',
    aiSummary: 'Thesummary',
    doi: '10.1000/thedoi',
  },
  {
    ...{ starred: true, status: 'reading', dismissed: true, tags: ['thetag'], note: 'Thenote' },
  } satisfies TriageState,
  ADDED,
);

/** How a person finds each part in a text. */
const SEEN: Readonly<Record<ExportField, RegExp>> = {
  ...{ title: /Thetitle/, abstract: /Theabstract/, authors: /Theauthor X/, authorsTotal: /4321/ },
  ...{ categories: /q-bio\.NC/, comments: /Thecomment/, journalRef: /Thejournal/, version: /77/ },
  ...{ date: /1987-06-05|Jun 5, 1987/, upvotes: /88.?888/, numComments: /99.?999/ },
  ...{ organization: /Thelab/, arxivId: /2611\.01234/, doi: /thedoi/, starred: /★|starred: true/ },
  ...{ status: /reading/i, dismissed: /dismissed/i, tags: /thetag/, note: /Thenote/ },
  ...{ codeUrl: /\/thecode/, codeStars: /55.?555/, projectUrl: /\/theproject/ },
  aiSummary: /Thesummary/,
  added: /2001-02-03|Feb 3, 2001/,
};

const READ: Readonly<Partial<Record<FormatName, readonly [Writer, Reader]>>> = {
  ...{ bibtex: [writeBibtex, readBibtex], ris: [writeRis, readRis] },
  ...{ csl: [writeCsl, readCsl], csv: [writeCsv, readCsv] },
  winnow: [winnowWriter(NO_EXTRAS), readWinnow],
};

/** Our own file as the other readers would tell of it. */
function* readWinnow(file: string): Generator<ParseResult> {
  for (const found of readSavedLibrary(file).papers()) {
    if ('unreadable' in found) yield found;
    else yield { paper: { ...asFound(recordFromFile(found.saved, 0)), place: found.place } };
  }
}

const SHOWN: Readonly<Partial<Record<FormatName, string>>> = {
  markdownList: written(writeMarkdownList, [full]),
  obsidian: [...obsidianFiles([full])].map(({ text }) => text).join(),
};

/** What is lost, as it is. */
function lossesOf(format: FormatName): ExportField[] {
  const [writer, reader] = READ[format] ?? [];
  if (!writer || !reader)
    return EXPORT_FIELDS.filter((part) => !SEEN[part].test(SHOWN[format] ?? ''));
  const [back] = papersIn(reader, written(writer, [full]));
  const partOf = (paper: Omit<NonNullable<typeof back>, 'place'> | undefined, part: ExportField) =>
    ({ ...paper, ...paper?.triage })[part];
  return EXPORT_FIELDS.filter(
    (part) => JSON.stringify(partOf(back, part)) !== JSON.stringify(partOf(asFound(full), part)),
  );
}

test.each(FORMAT_NAMES)('%s loses just what the user is told', (format) => {
  expect(lossesOf(format)).toEqual(
    EXPORT_FIELDS.filter((part) => formatOf(format).losses.includes(part)),
  );
});

test.each(FORMAT_NAMES)('%s is recognised again if it is read', (format) => {
  const [writer] = READ[format] ?? [];
  const text = writer ? written(writer, [full]) : (SHOWN[format] ?? '');
  expect(text, 'the test knows its writer').not.toBe('');
  expect(recognise(text)?.format === format).toBe(writer !== undefined);
});

test('the table in docs/exchange.md says just that', () => {
  const file = path.join(import.meta.dirname, '../../../docs/exchange.md');
  const rows = (readFileSync(file, 'utf8').split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const table = new Map(
    rows.map((line) => {
      const [name = '', ...cells] = line.slice(2, -2).split(' | ');
      return [name, cells];
    }),
  );
  const names = FORMAT_NAMES.map((format) => messageOf('en', `exportFormat_${format}`, []));
  expect(rows[0]).toBe(`| | ${names.join(' | ')} |`);
  for (const part of EXPORT_FIELDS) {
    const said = FORMAT_NAMES.map((format) => {
      if (formatOf(format).losses.includes(part)) return '–';
      return READ[format] ? '✓' : '·';
    });
    expect([part, table.get(part)]).toEqual([part, said]);
  }
});
