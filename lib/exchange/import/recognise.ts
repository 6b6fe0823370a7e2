/** Recognises the format of a text by its content. */

import { readBibtex } from '@/lib/exchange/formats/bibtex-read';
import { readCsl } from '@/lib/exchange/formats/csl-read';
import { type CsvField, recogniseColumns } from '@/lib/exchange/formats/csv-columns';
import { csvHeader, readCsvAs } from '@/lib/exchange/formats/csv-read';
import { readRis } from '@/lib/exchange/formats/ris-read';
import { t } from '@/lib/i18n';
import type { Source } from '@/lib/paper';
import { toExcerpt } from '../formats/field-values';
import type { ParseResult, Reader } from '../formats/parsed-paper';
import { readIdList } from './id-list';
import { findIdentifiers } from './ids-in-text';
import { isPaperMemory, readPaperMemory } from './paper-memory';
import { looksLikeListing, readListing } from './pasted/listing';
import { looksLikePaperPage, readPaperPage } from './pasted/paper-page';
import { isSavedLibrary, readSavedLibrary, type SavedLibrary } from './read-saved-library';

export type ImportFormat =
  | 'winnow'
  | 'papermemory'
  | 'csl'
  | 'bibtex'
  | 'ris'
  | 'csv'
  | 'ids'
  | 'page';

/** The names of a table's columns, and the field assigned to each. */
export interface Table {
  readonly header: readonly string[];
  readonly fields: readonly (CsvField | null)[];
}

export interface Recognised {
  readonly format: ImportFormat;
  /** Reads the recognised text. */
  readonly read: () => Iterable<ParseResult>;
  /** Only for tables; the user may reassign the columns. */
  readonly table: Table | null;
  /** Where the texts come from; absent for files, over which any site's texts take precedence. */
  readonly source?: Source;
  /** Only for our own files, in place of `read`. */
  readonly library?: SavedLibrary;
}

/** How much of a text is inspected, in characters. */
const HEAD_LENGTH = 200_000;

/** Recognises a text without byte order mark; `null` if its format is unknown. */
export function recognise(text: string): Recognised | null {
  const head = text.slice(0, HEAD_LENGTH);
  if (/^\s*(?:\{|\[\s*["{\]])/.test(head)) return recogniseJson(text);
  const as = (format: ImportFormat, reader: Reader): Recognised => ({
    format,
    read: () => reader(text),
    table: null,
  });
  const asPage = (reader: Reader): Recognised => ({ ...as('page', reader), source: 'huggingface' });
  // The source of a page, whose markup could not be read: its links may lead to papers.
  if (/^\s*<(?:!doctype|html|\?xml)\b/i.test(head)) {
    return findIdentifiers(head).next().done ? null : as('ids', readIdList);
  }
  if (/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im.test(head)) return as('bibtex', readBibtex);
  if (/^[ \t]*TY {1,2}- /m.test(head)) return as('ris', readRis);
  const table = detectTable(head);
  if (table && hasKnownColumns(table)) return asTable(text, table);
  if (looksLikePaperPage(head)) return asPage(readPaperPage);
  if (looksLikeListing(head)) return asPage(readListing);
  const ids = [...findIdentifiers(head)].length;
  if (ids > 0 && !isMostlyPage(head, ids)) return as('ids', readIdList);
  if (ids === 0 && table && isTabular(head)) return asTable(text, table);
  return countPastedPapers(head) > 0 ? asPage(readListing) : null;
}

/** A table read with the columns assigned by the user. */
export function asTable(text: string, table: Table): Recognised {
  return { format: 'csv', read: () => readCsvAs(table.fields)(text), table };
}

function recogniseJson(text: string): Recognised | null {
  if (isSavedLibrary(text.slice(0, HEAD_LENGTH)) || isSavedLibrary(text)) {
    return { format: 'winnow', read: () => [], table: null, library: readSavedLibrary(text) };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Perhaps truncated: complete elements can still be read.
    const isList = /^\s*\[/.test(text);
    const broken = { place: 1, excerpt: toExcerpt(text), reason: t('importBrokenJson') };
    return {
      format: isList ? 'csl' : 'papermemory',
      read: () => (isList ? readCsl(text) : [{ unreadable: broken }]),
      table: null,
    };
  }
  if (isPaperMemory(json)) {
    const memory = json;
    return { format: 'papermemory', read: () => readPaperMemory(memory), table: null };
  }
  return isCsl(json) ? { format: 'csl', read: () => readCsl(text), table: null } : null;
}

function isCsl(json: unknown): boolean {
  const items = Array.isArray(json) ? json : [json];
  return items.some(
    (item) => typeof item === 'object' && item !== null && ('title' in item || 'DOI' in item),
  );
}

function detectTable(head: string): Table | null {
  const header = csvHeader(head);
  return header.length > 1 ? { header, fields: recogniseColumns(header) } : null;
}

/** Whether the header has at least two known names, one of which identifies papers. */
function hasKnownColumns({ header, fields }: Table): boolean {
  const known = fields.filter((field) => field !== null);
  const isNames = header.every((name) => name.length < 60);
  return isNames && known.length > 1 && known.some((field) => IDENTIFYING.has(field));
}

const IDENTIFYING: ReadonlySet<CsvField> = new Set(['title', 'arxivId', 'doi', 'url']);

/**
 * Whether the first lines have the same number of separators: a table with unknown column names.
 */
function isTabular(head: string): boolean {
  const lines = head.split(/\r?\n/, 6).filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return [/\t/g, /;/g, /,/g, /\|/g].some((separator) => {
    const counts = lines.map((line) => withoutQuoted(line).match(separator)?.length ?? 0);
    return (
      (counts[0] ?? 0) > 0 &&
      counts.filter((count) => count === counts[0]).length >= Math.max(2, counts.length - 1)
    );
  });
}

function withoutQuoted(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}

/** Perhaps part of a page, in which an abstract or two mention an id. */
function isMostlyPage(head: string, ids: number): boolean {
  return countPastedPapers(head) > Math.max(2, ids);
}

function countPastedPapers(text: string): number {
  let papers = 0;
  for (const found of readListing(text)) if ('paper' in found && found.paper.abstract) papers += 1;
  return papers;
}
