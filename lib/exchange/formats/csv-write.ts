import Papa from 'papaparse';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { escapeFormula, joinList } from './csv-cells';
import { OWN_COLUMNS, type OwnField } from './csv-columns';
import { addedTimestamp, paperUrl } from './field-values';
import type { Writer } from './parsed-paper';

/** Spreadsheets only recognise UTF-8 by this. */
const BOM = '\uFEFF';
const NEWLINE = '\r\n';

/** Writes a table with one paper per row: https://www.rfc-editor.org/rfc/rfc4180 */
export const writeCsv: Writer = function* (papers) {
  yield BOM + formatRow(Object.values(OWN_COLUMNS));
  for (const record of papers) {
    const cells = cellsOf(record);
    yield formatRow(
      Object.keys(OWN_COLUMNS).map((field) => escapeFormula(cells[field as OwnField])),
    );
  }
};

function formatRow(cells: readonly string[]): string {
  return Papa.unparse([[...cells]], { newline: NEWLINE }) + NEWLINE;
}

function cellsOf(record: PaperRecord): Record<OwnField, string> {
  const { id, meta, triage } = record;
  return {
    title: plainTex(collapseSpace(meta.title)),
    authors: joinList(meta.authors),
    authorsTotal: formatNumber(meta.authorsTotal),
    date: meta.date ?? '',
    arxivId: arxivIdOf(id) ?? '',
    doi: doiOf(record) ?? '',
    url: paperUrl(record) ?? '',
    abstract: plainTex(collapseSpace(meta.abstract ?? '')),
    categories: joinList(meta.categories),
    comments: meta.comments ?? '',
    journalRef: meta.journalRef ?? '',
    version: formatNumber(meta.version),
    upvotes: formatNumber(meta.upvotes),
    numComments: formatNumber(meta.numComments),
    organization: meta.organization ?? '',
    codeUrl: meta.codeUrl ?? '',
    codeStars: formatNumber(meta.codeStars),
    projectUrl: meta.projectUrl ?? '',
    aiSummary: meta.aiSummary ?? '',
    starred: triage.starred ? 'yes' : '',
    status: triage.status,
    dismissed: triage.dismissed ? 'yes' : '',
    tags: joinList(triage.tags),
    note: triage.note,
    added: addedTimestamp(record) ?? '',
  };
}

function formatNumber(value: number | null): string {
  return value === null ? '' : String(value);
}
