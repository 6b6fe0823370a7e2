import Papa from 'papaparse';
import { t } from '@/lib/i18n';
import { webUrl } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';
import { toNaturalOrder } from './author-names';
import { splitList, unescapeFormula, unescapeListItem } from './csv-cells';
import { type CsvField, recogniseColumns } from './csv-columns';
import {
  EMPTY_PAPER,
  parseCode,
  parseCount,
  parseDate,
  parseTriage,
  stripBom,
  textOrNull,
  toExcerpt,
  toParseResult,
  toTags,
} from './field-values';
import { arxivNote, findIds } from './ids-in-fields';
import type { ParsedPaper, Reader } from './parsed-paper';

/** How much of a file is parsed at a time, in characters. */
const CHUNK_LENGTH = 64_000;
/** A longer row must contain an unclosed quotation mark. The limit shrinks with each such row. */
const [MAX_ROW_LENGTH, MIN_ROW_LIMIT] = [2_000_000, 4_000];
/** How much of a file is used to detect its separators, in characters. */
const SAMPLE_LENGTH = 20_000;

/** The names of a table's columns, as written. */
export function csvHeader(text: string): string[] {
  const plain = withoutSeparatorLine(text);
  const { data } = Papa.parse<string[]>(plain, { preview: 1, ...detectSeparators(plain) });
  return (data[0] ?? []).map((name) => collapseSpace(unescapeFormula(name)));
}

/** A reader for tables with the given columns. */
export function readCsvAs(columns: readonly (CsvField | null)[]): Reader {
  return function* (text) {
    if (
      !columns.some((field) => field && ['title', 'arxivId', 'doi', 'url', 'extra'].includes(field))
    ) {
      yield { unreadable: { place: 1, excerpt: toExcerpt(text), reason: t('readNoTable') } };
      return;
    }
    let place = 0;
    for (const row of parseRows(withoutSeparatorLine(text))) {
      place += 1;
      if ('broken' in row) {
        yield { unreadable: { place, excerpt: toExcerpt(row.broken), reason: t('readRowQuote') } };
        continue;
      }
      if (place === 1 || row.every((cell) => cell.trim() === '')) continue;
      yield toParseResult(toPaper(columns, row, place), row.join(' · '));
    }
  };
}

/** Excel may write a line "sep=;" above the names. */
function withoutSeparatorLine(text: string): string {
  return stripBom(text).replace(/^"?sep=.?"?\r?\n/i, '');
}

type Separators = Pick<Papa.ParseConfig, 'newline'> & { readonly delimiter: string };

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The cell and row separators, chosen so that most column names are recognised. */
function detectSeparators(text: string): Separators {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const guess = Papa.parse(sample, { preview: 10 }).meta;
  const newline = guess.linebreak as Papa.ParseConfig['newline'];
  const known = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(sample, { preview: 1, delimiter, newline });
    return recogniseColumns(data[0] ?? []).filter((field) => field !== null).length;
  });
  const most = Math.max(...known);
  const best = DELIMITERS[known.indexOf(most)];
  return { delimiter: most > 1 && best ? best : guess.delimiter, newline };
}

/**
 * Yields rows; for one with an unclosed quotation mark, yields the line that it begins on. The
 * length up to which such a mark is followed shrinks each time, so that a file full of them takes
 * no longer.
 */
function* parseRows(text: string): Generator<string[] | { readonly broken: string }> {
  const parser = new Papa.Parser(detectSeparators(text));
  let [size, maxLength] = [CHUNK_LENGTH, MAX_ROW_LENGTH];
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + size);
    const { data, meta } = parser.parse(part, 0, true); // drops an incomplete last row
    yield* data;
    at += meta.cursor;
    const isEnd = at + size >= text.length;
    if (data.length > 0) size = Math.min(CHUNK_LENGTH, maxLength);
    else if (!isEnd && size < maxLength) size *= 4;
    else {
      const last = parser.parse(part, 0, false);
      const isBroken = last.errors.some(({ code }: Papa.ParseError) => code === 'MissingQuotes');
      if (isEnd && !isBroken) {
        yield* last.data;
        return;
      }
      const [line = ''] = part.split('\n', 1);
      yield { broken: line };
      at += line.length + 1;
      maxLength = Math.max(maxLength / 2, MIN_ROW_LIMIT);
      size = Math.min(CHUNK_LENGTH, maxLength);
    }
  }
}

function toPaper(
  columns: readonly (CsvField | null)[],
  row: readonly string[],
  place: number,
): ParsedPaper {
  const cell = (field: CsvField): string => {
    const at = columns.indexOf(field);
    return at < 0 ? '' : unescapeFormula(row[at] ?? '');
  };
  const text = (field: CsvField) => textOrNull(cell(field));
  const ids = findIds(cell('doi'), [cell('arxivId'), cell('url'), arxivNote(cell('extra'))]);
  const journalRef = text('journalRef');
  const isArxiv = journalRef !== null && /^arxiv/i.test(journalRef);
  return {
    ...EMPTY_PAPER,
    title: text('title'),
    abstract: text('abstract'),
    authors: parseAuthors(cell('authors')),
    authorsTotal: parseCount(cell('authorsTotal')),
    categories: parseTags(cell('categories')),
    comments: text('comments'),
    journalRef: isArxiv ? null : journalRef,
    date: parseDate(cell('date')) ?? parseDate(cell('year')),
    version: parseCount(cell('version').replace(/^v/, '')) ?? ids.version,
    upvotes: parseCount(cell('upvotes')),
    numComments: parseCount(cell('numComments')),
    organization: text('organization'),
    ...parseCode(cell('codeUrl'), parseCount(cell('codeStars'))),
    projectUrl: webUrl(cell('projectUrl').trim()),
    aiSummary: text('aiSummary'),
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: parseTriage({
      starred: cell('starred'),
      dismissed: cell('dismissed'),
      status: /^(?:yes|true|1|x)$/i.test(cell('status').trim()) ? 'read' : cell('status'),
      tags: toTags([...parseTags(cell('tags')), ...parseTags(cell('autoTags'))]),
      note: cell('note').replace(/\r\n?/g, '\n'),
      added: cell('added'),
    }),
    place,
  };
}

/** Authors are separated by semicolons, or if there are none by commas, except in "Last, First". */
function parseAuthors(cell: string): string[] {
  const names = splitList(cell);
  const byComma = splitList(cell.replace(/\sand\s/gi, ','), ',').filter((name) =>
    name.includes(' '),
  );
  const isList = !cell.includes(';') && byComma.length > 1;
  return (isList ? byComma : names).map((name) => {
    const isFamilyNameFirst = /(?<!\\),/.test(name);
    return isFamilyNameFirst
      ? toNaturalOrder(unescapeListItem(name), 'middle')
      : unescapeListItem(name);
  });
}

function parseTags(cell: string): string[] {
  return splitList(cell, cell.includes(';') ? ';' : ',').map(unescapeListItem);
}
