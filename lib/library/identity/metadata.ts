/** What the library learns of a paper's metadata. */
import { EMPTY_METADATA, METADATA_FIELDS, type Metadata, type Source } from '@/lib/paper';
import type { Stamp } from '../store/clock';
import type { PaperRecord } from '../store/record';

/** The source with the higher rank wins. */
const RANKS: Readonly<Record<Source, number>> = { elsewhere: 0, huggingface: 1, arxiv: 2 };

/** What of `other` fills gaps in what is known. Nothing is replaced. */
export function findGapFillers(known: Metadata, other: Metadata): Partial<Metadata> {
  const isPlaceholder = isFromLink(known); // its title is only the text of a link, or an id
  const fields = METADATA_FIELDS.filter(
    (field) =>
      !isMissing(other[field]) &&
      (isMissing(known[field]) || (isPlaceholder && (field === 'title' || field === 'source'))),
  );
  return Object.fromEntries(fields.map((field) => [field, other[field]]));
}

/**
 * The record with what a page adds to it: gaps are filled, counts and versions updated. arXiv's texts
 * replace those of Hugging Face, which strips TeX and may show fewer authors, and both replace texts
 * from files; never the other way round. A paper with nothing but a title came from a link, and any
 * page's title replaces that. What the user wrote never changes. The same record when nothing is new.
 */
export function updateMetadata(record: PaperRecord, seen: Metadata, stamp: Stamp): PaperRecord {
  const known = record.meta;
  const isWeak = known.source !== 'arxiv';
  const isBetter = RANKS[seen.source] > RANKS[known.source] || (isWeak && isFromLink(known));
  const updates: { -readonly [K in keyof Metadata]?: Metadata[K] } = {};

  for (const field of METADATA_FIELDS) {
    if (isMissing(seen[field])) continue;
    if (isBetter || isMissing(known[field])) Object.assign(updates, { [field]: seen[field] });
  }
  // Listings of arXiv may show no abstract: the known one can be Hugging Face's.
  if (seen.source === 'arxiv' && seen.abstract !== null) updates.abstract = seen.abstract;
  if (seen.upvotes !== null) updates.upvotes = seen.upvotes;
  if (seen.numComments !== null) updates.numComments = seen.numComments;
  if (seen.version !== null) updates.version = Math.max(seen.version, known.version ?? 0);
  Object.assign(updates, authorsFrom(known, seen));

  const changed = Object.entries(updates).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof Metadata]),
  );
  if (changed.length === 0) return record;
  return {
    ...record,
    meta: { ...known, ...Object.fromEntries(changed) },
    stamps: { ...record.stamps, ...Object.fromEntries(changed.map(([field]) => [field, stamp])) },
  };
}

function isFromLink(known: Metadata): boolean {
  return Object.keys(EMPTY_METADATA).every((field) => isMissing(known[field as keyof Metadata]));
}

/** Whether metadata say nothing: no value, or an empty list. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A shorter list never replaces a longer one: arXiv silently cuts its lists at 100 names. */
function authorsFrom(known: Metadata, seen: Metadata): Pick<Metadata, 'authors' | 'authorsTotal'> {
  const total = Math.max(known.authorsTotal ?? 0, seen.authorsTotal ?? 0);
  const more = seen.authors.length - known.authors.length;
  const isKnownCut = known.authors.length === 0 || total > known.authors.length;
  const isBetter = seen.source === 'arxiv' ? more >= 0 : more > 0 && isKnownCut;
  const authors = isBetter ? seen.authors : known.authors;
  return { authors, authorsTotal: total > authors.length ? total : null };
}
