/** What the library learns of a paper's metadata. */
import { METADATA_FIELDS, type Metadata, type Source } from '@/lib/paper';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from '../store/clock';
import { isMissing } from '../store/missing';
import { metadataFrom, type Reading } from '../store/reading';
import type { PaperRecord } from '../store/record';
import { type Fields, metadataOf, setFields } from '../store/record-fields';
import { fillCode, learnCode } from './code';
import { compareOrigins, isFirstHand, isFromLink } from './text-order';
import { fillTexts, learnTexts } from './texts';

type Updates = { -readonly [K in keyof Metadata]?: Metadata[K] };

/** Of facts beside the texts, those of the host with the higher rank win. */
const HOST_RANKS: Readonly<Record<Source, number>> = { elsewhere: 0, huggingface: 1, arxiv: 2 };

/** What of `other` fills gaps in what is known. Nothing is replaced; of the texts all are told, or none. */
export function findGapFillers(known: Metadata, other: Metadata): Partial<Metadata> {
  const texts = fillTexts(known, other);
  const filled = { ...other, ...fillCode(known, other) };
  const fields = METADATA_FIELDS.filter(
    (field) => !(field in texts) && isMissing(known[field]) && !isMissing(filled[field]),
  );
  const changesTexts = Object.entries(texts).some(
    ([field, value]) => !isEqualJson(known[field as keyof Metadata], value),
  );
  return {
    ...Object.fromEntries(fields.map((field) => [field, filled[field]])),
    ...(changesTexts && texts),
  };
}

/**
 * The record with what a page, a file or arXiv's API says of its paper: texts by the order of
 * `text-order.ts`, gaps filled, counts and versions updated. What the user wrote never changes. The same
 * record when nothing is new.
 */
export function updateMetadata(record: PaperRecord, seen: Reading, stamp: Stamp): PaperRecord {
  const known = metadataOf(record);
  const updates = updatesFrom(known, metadataFrom(seen));
  const changed = Object.entries(updates).filter(
    ([field, value]) => !isEqualJson(value, known[field as keyof Metadata]),
  );
  if (changed.length === 0) return record;
  const fields = changed.map(([field, value]) => [`meta:${field}`, value]);
  return setFields(record, Object.fromEntries(fields) as Fields, stamp);
}

function updatesFrom(known: Metadata, seen: Metadata): Updates {
  const isBetterHost = HOST_RANKS[seen.source] > HOST_RANKS[known.source];
  const isBetter = isBetterHost || isFromLink(known);
  const isLater = isFirstHand(seen) && compareOrigins(seen, known) >= 0;
  const updates: Updates = {
    ...learnTexts(known, seen),
    ...authorsFrom(known, seen),
    ...learnCode(known, seen),
  };

  for (const field of FACTS) {
    if (isMissing(seen[field])) continue;
    const isCorrected = isLater && field !== 'date'; // lists tell when a paper was announced
    if (isBetter || isCorrected || isMissing(known[field])) {
      Object.assign(updates, { [field]: seen[field] });
    }
  }
  for (const field of ONLY_ON_HUGGING_FACE) {
    if (seen[field] === null) continue;
    if (seen.source === 'huggingface' || known[field] === null) updates[field] = seen[field];
  }
  if (seen.upvotes !== null) updates.upvotes = seen.upvotes;
  if (seen.numComments !== null) updates.numComments = seen.numComments;
  if (seen.version !== null) updates.version = Math.max(seen.version, known.version ?? 0);
  return updates;
}

const FACTS = ['categories', 'comments', 'journalRef', 'doi', 'date', 'organization'] as const;
/** Beside the code. They are corrected by Hugging Face also where the texts are arXiv's. */
const ONLY_ON_HUGGING_FACE = ['projectUrl', 'aiSummary'] as const;

/**
 * A shorter list replaces a longer one only where it comes first hand and whole: arXiv silently cuts
 * lists at 100 names.
 */
function authorsFrom(known: Metadata, seen: Metadata): Pick<Metadata, 'authors' | 'authorsTotal'> {
  if (isWhole(seen) && compareOrigins(seen, known) >= 0) return pickAuthors(seen);
  if (isWhole(known) && !isFirstHand(seen)) return pickAuthors(known);
  const total = Math.max(known.authorsTotal ?? 0, seen.authorsTotal ?? 0);
  const more = seen.authors.length - known.authors.length;
  const isKnownCut = known.authors.length === 0 || total > known.authors.length;
  const isBetter = seen.source === 'arxiv' ? more >= 0 : more > 0 && isKnownCut;
  const authors = isBetter ? seen.authors : known.authors;
  return { authors, authorsTotal: total > authors.length ? total : null };
}

function isWhole(meta: Metadata): boolean {
  return isFirstHand(meta) && meta.authorsTotal === null && meta.authors.length > 0;
}

function pickAuthors({ authors, authorsTotal }: Metadata) {
  return { authors, authorsTotal };
}
