import { METADATA_FIELDS, type Metadata, TRIAGE_FIELDS, type TriageState } from '@/lib/paper';

/** What Winnow knows of where texts come from: only its own format holds it. */
const UNNAMED = ['source', 'textVersion', 'textOrigin'] as const satisfies (keyof Metadata)[];
type Unnamed = (typeof UNNAMED)[number];

/** What the library knows of a paper and a format may contain. */
export type ExportField =
  | Exclude<keyof Metadata, Unnamed>
  | 'arxivId'
  | keyof TriageState
  | 'added';

/** All of them. */
export const EXPORT_FIELDS: readonly ExportField[] = [
  ...METADATA_FIELDS.filter((field): field is Exclude<keyof Metadata, Unnamed> =>
    UNNAMED.every((unnamed) => unnamed !== field),
  ),
  'arxivId',
  ...TRIAGE_FIELDS,
  'added',
];
