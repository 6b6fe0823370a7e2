import { EMPTY_METADATA, type Metadata, type Source } from '@/lib/paper';
import type { Stamp } from '../store/clock';
import type { PaperRecord } from '../store/record';

/** Whose texts win. */
const RANKS: Readonly<Record<Source, number>> = { elsewhere: 0, huggingface: 1, arxiv: 2 };

const FIELDS = ['title', ...Object.keys(EMPTY_METADATA), 'source'] as (keyof Metadata)[];

/** The fields of a paper that are not known and that something else tells: nothing is replaced. */
export function gapsFilled(known: Metadata, told: Metadata): Partial<Metadata> {
  const isPlaceholder = isFromLink(known); // its title is no more than what a link or an id told
  const fields = FIELDS.filter(
    (field) =>
      !isMissing(told[field]) &&
      (isMissing(known[field]) || (isPlaceholder && (field === 'title' || field === 'source'))),
  );
  return Object.fromEntries(fields.map((field) => [field, told[field]]));
}

/**
 * The record with what a page newly tells: gaps are filled, counts and versions brought up to date.
 * arXiv's texts replace Hugging Face's, which have their TeX removed and may show fewer authors, and
 * both replace those of files; never the other way round. A title of which nothing else is known came from a link, and is replaced by
 * any page's. What the user wrote is not touched. The same record when nothing is new.
 */
export function learn(record: PaperRecord, seen: Metadata, stamp: Stamp): PaperRecord {
  const known = record.meta;
  const isWeak = known.source !== 'arxiv';
  const better = RANKS[seen.source] > RANKS[known.source] || (isWeak && isFromLink(known));
  const news: { -readonly [K in keyof Metadata]?: Metadata[K] } = {};

  for (const field of FIELDS) {
    if (isMissing(seen[field])) continue;
    if (better || isMissing(known[field])) Object.assign(news, { [field]: seen[field] });
  }
  // Where an arXiv list shows no abstract, the known one may be Hugging Face's.
  if (seen.source === 'arxiv' && seen.abstract !== null) news.abstract = seen.abstract;
  if (seen.upvotes !== null) news.upvotes = seen.upvotes;
  if (seen.numComments !== null) news.numComments = seen.numComments;
  if (seen.version !== null) news.version = Math.max(seen.version, known.version ?? 0);
  Object.assign(news, authorsFrom(known, seen));

  const fresh = Object.entries(news).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof Metadata]),
  );
  if (fresh.length === 0) return record;
  return {
    ...record,
    meta: { ...known, ...Object.fromEntries(fresh) },
    stamps: { ...record.stamps, ...Object.fromEntries(fresh.map(([field]) => [field, stamp])) },
  };
}

function isFromLink(known: Metadata): boolean {
  return Object.keys(EMPTY_METADATA).every((field) => isMissing(known[field as keyof Metadata]));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** No list of names is replaced by a shorter one: arXiv's is silently cut at 100 names. */
function authorsFrom(known: Metadata, seen: Metadata): Pick<Metadata, 'authors' | 'authorsTotal'> {
  const total = Math.max(known.authorsTotal ?? 0, seen.authorsTotal ?? 0);
  const more = seen.authors.length - known.authors.length;
  const isKnownCut = known.authors.length === 0 || total > known.authors.length;
  const isBetter = seen.source === 'arxiv' ? more >= 0 : more > 0 && isKnownCut;
  const authors = isBetter ? seen.authors : known.authors;
  return { authors, authorsTotal: total > authors.length ? total : null };
}
