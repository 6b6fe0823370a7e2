/** What each format has no place for. A test compares this with the table in docs/exchange.md. */

import { METADATA_FIELDS, type Metadata, TRIAGE_FIELDS, type TriageState } from '@/lib/paper';

export type FormatName = 'bibtex' | 'ris' | 'csl' | 'csv' | 'markdownList' | 'obsidian' | 'winnow';

/** What the library knows of a paper and a format may contain. */
export type ExportField =
  | Exclude<keyof Metadata, 'source'>
  | 'arxivId'
  | keyof TriageState
  | 'added';

/** All of them. */
export const EXPORT_FIELDS: readonly ExportField[] = [
  ...METADATA_FIELDS.filter((field) => field !== 'source'),
  'arxivId',
  ...TRIAGE_FIELDS,
  'added',
];

export const LOSSES: Readonly<Record<FormatName, readonly ExportField[]>> = {
  bibtex: ['authorsTotal', 'upvotes', 'numComments', 'organization'],
  ris: ['authorsTotal', 'upvotes', 'numComments', 'organization'],
  csl: [],
  csv: [],
  markdownList: [
    ...(['abstract', 'authorsTotal', 'categories', 'comments', 'version', 'upvotes'] as const),
    ...(['numComments', 'organization', 'dismissed', 'added'] as const),
  ],
  obsidian: ['authorsTotal', 'version', 'numComments', 'dismissed'],
  winnow: [],
};
