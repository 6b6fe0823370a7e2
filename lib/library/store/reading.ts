import { METADATA_FIELDS, type Metadata, type Paper } from '@/lib/paper';

/** What a page, a file or arXiv's API says of a paper. */
export type Reading = Metadata & Pick<Partial<Paper>, 'isTranslated'>;

/**
 * The metadata of a reading. Of texts that may be a translator's only the title is kept, as one cannot be
 * left out: as a placeholder, which any other source replaces.
 */
export function metadataFrom(reading: Reading): Metadata {
  const fields = METADATA_FIELDS.map((field) => [field, reading[field]]);
  const meta = Object.fromEntries(fields) as unknown as Metadata;
  return reading.isTranslated ? { ...meta, ...NO_TEXTS } : meta;
}

const NO_TEXTS = {
  abstract: null,
  authors: [],
  authorsTotal: null,
  comments: null,
  journalRef: null,
  organization: null,
  textVersion: null,
  textOrigin: 'doubtful',
} as const satisfies Partial<Metadata>;
