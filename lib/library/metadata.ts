import type { Metadata } from '@/lib/paper';
import type { Stamp } from './clock';
import type { PaperRecord } from './record';

/**
 * The record with what a page newly tells: gaps are filled, counts and versions brought up to date.
 * arXiv's texts replace Hugging Face's, which have their TeX removed and may show fewer authors;
 * never the other way round. What the user wrote is not touched. The same record when nothing is new.
 */
export function learn(record: PaperRecord, seen: Metadata, stamp: Stamp): PaperRecord {
  const known = record.meta;
  const better = seen.source === 'arxiv' && known.source === 'huggingface';
  const news: { -readonly [K in keyof Metadata]?: Metadata[K] } = {};

  const isMissing = (value: unknown) => value === null || (Array.isArray(value) && !value.length);
  for (const field of Object.keys(seen) as (keyof Metadata)[]) {
    if (isMissing(seen[field])) continue;
    if (better || isMissing(known[field])) Object.assign(news, { [field]: seen[field] });
  }
  if (seen.upvotes !== null) news.upvotes = seen.upvotes;
  if (seen.numComments !== null) news.numComments = seen.numComments;
  if (seen.version !== null) news.version = Math.max(seen.version, known.version ?? 0);
  if (seen.authors.length > known.authors.length && known.authorsTotal !== null) {
    news.authors = seen.authors;
    news.authorsTotal = seen.authorsTotal;
  } else if (better && seen.authors.length < known.authors.length) {
    delete news.authors; // an arXiv list is silently cut at 100 names
  }

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
