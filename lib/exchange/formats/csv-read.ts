import Papa from 'papaparse';
import { t } from '@/lib/i18n';
import { collapseSpace } from '@/lib/text/white-space';
import { splitList, unescaped, unguard } from './csv-cells';
import { type CsvField, recogniseColumns } from './csv-columns';
import {
  countIn,
  dateIn,
  excerptOf,
  NOTHING_FOUND,
  tagsFrom,
  textOrNull,
  triageFrom,
  withoutBom,
} from './fields';
import type { Found, FoundPaper, Reader } from './found-paper';
import { idNote, idsIn } from './identifiers';
import { turnName } from './names';

/** So much of a file is read at a time, in characters. */
const CHUNK = 64_000;
/** A longer row has a quotation mark that is not closed: at first, and after many such rows. */
const [LONGEST_ROW, SHORTEST_LIMIT] = [2_000_000, 4_000];
/** So much of a file tells what stands between its cells. */
const SAMPLE = 20_000;

/** The names of a table's columns, as they are written. */
export function csvHeader(text: string): string[] {
  const plain = tableIn(text);
  const { data } = Papa.parse<string[]>(plain, { preview: 1, ...marksOf(plain) });
  return (data[0] ?? []).map((name) => collapseSpace(unguard(name)));
}

/** A reader of tables with these columns, such as the user said what each is. */
export function readCsvAs(columns: readonly (CsvField | null)[]): Reader {
  return function* (text) {
    if (
      !columns.some((field) => field && ['title', 'arxivId', 'doi', 'url', 'extra'].includes(field))
    ) {
      yield { unreadable: { place: 1, excerpt: excerptOf(text), why: t('readNoTable') } };
      return;
    }
    let place = 0;
    for (const row of rowsOf(tableIn(text))) {
      place += 1;
      if ('broken' in row) {
        yield { unreadable: { place, excerpt: excerptOf(row.broken), why: t('readRowQuote') } };
        continue;
      }
      if (place === 1 || row.every((cell) => cell.trim() === '')) continue;
      yield foundIn(columns, row, place);
    }
  };
}

/** Excel may write a line "sep=;" over the names. */
function tableIn(text: string): string {
  return withoutBom(text).replace(/^"?sep=.?"?\r?\n/i, '');
}

type Marks = Pick<Papa.ParseConfig, 'newline'> & { readonly delimiter: string };

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** What stands between the cells and the rows of a table: the names at its head tell. */
function marksOf(text: string): Marks {
  const sample = text.slice(0, SAMPLE);
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
 * Rows, and in place of one that has a quotation mark which is not closed the line that it is on. How
 * far such a mark is followed is less after each, so that a file full of them takes no longer.
 */
function* rowsOf(text: string): Generator<string[] | { readonly broken: string }> {
  const parser = new Papa.Parser(marksOf(text));
  let [size, longest] = [CHUNK, LONGEST_ROW];
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + size);
    const { data, meta } = parser.parse(part, 0, true); // without the last row, which may go on
    yield* data;
    at += meta.cursor;
    const isEnd = at + size >= text.length;
    if (data.length > 0) size = Math.min(CHUNK, longest);
    else if (!isEnd && size < longest) size *= 4;
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
      longest = Math.max(longest / 2, SHORTEST_LIMIT);
      size = Math.min(CHUNK, longest);
    }
  }
}

function foundIn(
  columns: readonly (CsvField | null)[],
  row: readonly string[],
  place: number,
): Found {
  const paper = paperOf(columns, row, place);
  if (paper.title !== null || paper.arxivId !== null || paper.doi !== null) return { paper };
  return { unreadable: { place, excerpt: excerptOf(row.join(' · ')), why: t('readNoTitle') } };
}

function paperOf(
  columns: readonly (CsvField | null)[],
  row: readonly string[],
  place: number,
): FoundPaper {
  const cell = (field: CsvField): string => {
    const at = columns.indexOf(field);
    return at < 0 ? '' : unguard(row[at] ?? '');
  };
  const text = (field: CsvField) => textOrNull(cell(field));
  const ids = idsIn(cell('doi'), [cell('arxivId'), cell('url'), idNote(cell('extra'))]);
  const journalRef = text('journalRef');
  const isArxivIts = journalRef !== null && /^arxiv/i.test(journalRef);
  return {
    ...NOTHING_FOUND,
    title: text('title'),
    abstract: text('abstract'),
    authors: authorsIn(cell('authors')),
    authorsTotal: countIn(cell('authorsTotal')),
    categories: tagsIn(cell('categories')),
    comments: text('comments'),
    journalRef: isArxivIts ? null : journalRef,
    date: dateIn(cell('date')) ?? dateIn(cell('year')),
    version: countIn(cell('version').replace(/^v/, '')) ?? ids.version,
    upvotes: countIn(cell('upvotes')),
    numComments: countIn(cell('numComments')),
    organization: text('organization'),
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: triageFrom({
      starred: cell('starred'),
      dismissed: cell('dismissed'),
      status: /^(?:yes|true|1|x)$/i.test(cell('status').trim()) ? 'read' : cell('status'),
      tags: tagsFrom([...tagsIn(cell('tags')), ...tagsIn(cell('autoTags'))]),
      note: cell('note').replace(/\r\n?/g, '\n'),
      added: cell('added'),
    }),
    place,
  };
}

/** With semicolons between them; where there are none, with commas, unless that is "Last, First". */
function authorsIn(cell: string): string[] {
  const names = splitList(cell);
  const inOne = splitList(cell.replace(/\sand\s/gi, ','), ',').filter((name) => name.includes(' '));
  const isList = !cell.includes(';') && inOne.length > 1;
  return (isList ? inOne : names).map((name) => {
    const isTurned = /(?<!\\),/.test(name);
    return isTurned ? turnName(unescaped(name), 'middle') : unescaped(name);
  });
}

function tagsIn(cell: string): string[] {
  return splitList(cell, cell.includes(';') ? ';' : ',').map(unescaped);
}
