/** Says by its content what a text is, and how it is read. */

import { readBibtex } from '@/lib/exchange/formats/bibtex-read';
import { readCsl } from '@/lib/exchange/formats/csl-read';
import { type CsvField, recogniseColumns } from '@/lib/exchange/formats/csv-columns';
import { csvHeader, readCsvAs } from '@/lib/exchange/formats/csv-read';
import { excerptOf } from '@/lib/exchange/formats/fields';
import { readRis } from '@/lib/exchange/formats/ris-read';
import { t } from '@/lib/i18n';
import type { Source } from '@/lib/paper';
import type { Found, Reader } from '../formats/found-paper';
import { readIdList } from './id-list';
import { identifiersIn } from './identifiers';
import { isPaperMemory, readPaperMemory } from './paper-memory';
import { looksLikeListing, readListing } from './pasted/listing';
import { looksLikePaperPage, readPaperPage } from './pasted/paper-page';
import { isSavedLibrary, readSavedLibrary, type SavedLibrary } from './winnow';

export type Format = 'winnow' | 'papermemory' | 'csl' | 'bibtex' | 'ris' | 'csv' | 'ids' | 'page';

/** The columns of a table: what stands at their head, and what each is taken for. */
export interface Table {
  readonly header: readonly string[];
  readonly fields: readonly (CsvField | null)[];
}

export interface Recognised {
  readonly format: Format;
  /** The text is that of `read` already. */
  readonly read: () => Iterable<Found>;
  /** Of tables alone; the user may say otherwise. */
  readonly table: Table | null;
  /** Whose texts they are; left out: of a file, that any site's win over. */
  readonly source?: Source;
  /** Of our own files alone, in place of what `read` gives. */
  readonly library?: SavedLibrary;
}

/** So much of a text tells what it is. */
const HEAD = 200_000;

/** `null`: it is none of what can be read. The text is without a mark of its encoding. */
export function recognise(text: string): Recognised | null {
  const head = text.slice(0, HEAD);
  if (/^\s*(?:\{|\[\s*["{\]])/.test(head)) return recogniseJson(text);
  const as = (format: Format, reader: Reader): Recognised => ({
    format,
    read: () => reader(text),
    table: null,
  });
  const asPage = (reader: Reader): Recognised => ({ ...as('page', reader), source: 'huggingface' });
  // The source of some page, of which no markup could be read: its links may lead to papers.
  if (/^\s*<(?:!doctype|html|\?xml)\b/i.test(head)) {
    return identifiersIn(head).next().done ? null : as('ids', readIdList);
  }
  if (/^[ \t]*@[ \t]*[a-z]+\s*[{(]/im.test(head)) return as('bibtex', readBibtex);
  if (/^[ \t]*TY {1,2}- /m.test(head)) return as('ris', readRis);
  const table = tableOf(head);
  if (table && isClear(table)) return asTable(text, table);
  if (looksLikePaperPage(head)) return asPage(readPaperPage);
  if (looksLikeListing(head)) return asPage(readListing);
  const ids = [...identifiersIn(head)].length;
  if (ids > 0 && !isMostlyPage(head, ids)) return as('ids', readIdList);
  if (ids === 0 && table && isRegular(head)) return asTable(text, table);
  return papersIn(head) > 0 ? asPage(readListing) : null;
}

/** A table read with columns that the user gave a meaning. */
export function asTable(text: string, table: Table): Recognised {
  return { format: 'csv', read: () => readCsvAs(table.fields)(text), table };
}

function recogniseJson(text: string): Recognised | null {
  if (isSavedLibrary(text.slice(0, HEAD)) || isSavedLibrary(text)) {
    return { format: 'winnow', read: () => [], table: null, library: readSavedLibrary(text) };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Cut off, perhaps: elements that are whole can be read.
    const isList = /^\s*\[/.test(text);
    const broken = { place: 1, excerpt: excerptOf(text), why: t('importBrokenJson') };
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

function tableOf(head: string): Table | null {
  const header = csvHeader(head);
  return header.length > 1 ? { header, fields: recogniseColumns(header) } : null;
}

/** A row of names: two at least are known, and one of them tells which paper it is. */
function isClear({ header, fields }: Table): boolean {
  const known = fields.filter((field) => field !== null);
  const isNames = header.every((name) => name.length < 60);
  return isNames && known.length > 1 && known.some((field) => IDENTIFYING.has(field));
}

const IDENTIFYING: ReadonlySet<CsvField> = new Set(['title', 'arxivId', 'doi', 'url']);

/** Whether the first lines have as many separators each: a table with names that we do not know. */
function isRegular(head: string): boolean {
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

/** Part of a page, perhaps, of which an abstract or two tell an id. */
function isMostlyPage(head: string, ids: number): boolean {
  return papersIn(head) > Math.max(2, ids);
}

function papersIn(text: string): number {
  let papers = 0;
  for (const found of readListing(text)) if ('paper' in found && found.paper.abstract) papers += 1;
  return papers;
}
