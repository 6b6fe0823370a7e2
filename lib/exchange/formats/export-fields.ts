import { METADATA_FIELDS, type Metadata, TRIAGE_FIELDS, type TriageState } from '@/lib/paper';

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
