import Papa from 'papaparse';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { guard, joinList } from './csv-cells';
import { OUR_COLUMNS, type OurField } from './csv-columns';
import { addedOf, addressOf } from './fields';
import type { Writer } from './found-paper';

/** Without it spreadsheets take UTF-8 for something else. */
const BOM = '\uFEFF';
const NEWLINE = '\r\n';

/** Writes a table with one paper in each row: https://www.rfc-editor.org/rfc/rfc4180 */
export const writeCsv: Writer = function* (papers) {
  yield BOM + rowOf(Object.values(OUR_COLUMNS));
  for (const record of papers) {
    const cells = cellsOf(record);
    yield rowOf(Object.keys(OUR_COLUMNS).map((field) => guard(cells[field as OurField])));
  }
};

function rowOf(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { newline: NEWLINE }) + NEWLINE;
}

function cellsOf(record: PaperRecord): Record<OurField, string> {
  const { id, meta, triage } = record;
  return {
    title: plainTex(collapseSpace(meta.title)),
    authors: joinList(meta.authors),
    authorsTotal: numberCell(meta.authorsTotal),
    date: meta.date ?? '',
    arxivId: arxivIdOf(id) ?? '',
    doi: doiOf(record) ?? '',
    url: addressOf(record) ?? '',
    abstract: plainTex(collapseSpace(meta.abstract ?? '')),
    categories: joinList(meta.categories),
    comments: meta.comments ?? '',
    journalRef: meta.journalRef ?? '',
    version: numberCell(meta.version),
    upvotes: numberCell(meta.upvotes),
    numComments: numberCell(meta.numComments),
    organization: meta.organization ?? '',
    starred: triage.starred ? 'yes' : '',
    status: triage.status,
    dismissed: triage.dismissed ? 'yes' : '',
    tags: joinList(triage.tags),
    note: triage.note,
    added: addedOf(record) ?? '',
  };
}

function numberCell(value: number | null): string {
  return value === null ? '' : String(value);
}
