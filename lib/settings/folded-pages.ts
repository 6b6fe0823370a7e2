import * as v from 'valibot';
import type { PaperId } from '@/lib/paper';

/** So many pages are remembered, and of each so many rows. */
const PAGES_KEPT = 8;
const ROWS_KEPT = 300;

const FoldedRowSchema = v.object({
  /** How much of the row is left: one line, or nothing. */
  as: v.picklist(['line', 'hidden']),
  why: v.picklist(['dismissed', 'muted', 'seen', 'cross', 'replaced']),
});
export type FoldedRow = Readonly<v.InferOutput<typeof FoldedRowSchema>>;

/** The rows that were folded or hidden on pages when they were last left, the last page first. */
export const FoldedPagesSchema = v.pipe(
  v.array(v.object({ address: v.string(), rows: v.record(v.string(), FoldedRowSchema) })),
  v.readonly(),
);
export type FoldedPages = v.InferOutput<typeof FoldedPagesSchema>;
/** By the ids of their papers. */
export type FoldedRows = Readonly<Record<PaperId, FoldedRow>>;

/** What is remembered of a page; the part of an address after `#` does not matter. */
export function foldedOn(pages: FoldedPages, href: string): FoldedRows {
  return pages.find(({ address }) => address === withoutHash(href))?.rows ?? {};
}

/** What is to be remembered once this page is left. */
export function withFolded(pages: FoldedPages, href: string, rows: FoldedRows): FoldedPages {
  const address = withoutHash(href);
  const others = pages.filter((page) => page.address !== address);
  const kept = Object.entries(rows).slice(0, ROWS_KEPT);
  if (kept.length === 0) return others;
  return [{ address, rows: Object.fromEntries(kept) }, ...others].slice(0, PAGES_KEPT);
}

function withoutHash(href: string): string {
  return href.replace(/#.*$/, '');
}
