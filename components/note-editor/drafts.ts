/** Notes that were typed and not yet acknowledged, kept by the extension's own pages. */
import * as v from 'valibot';
import { OperationIdSchema, PaperIdSchema, PaperSchema } from '@/lib/command';
import type { PaperId } from '@/lib/paper';

const DraftSchema = v.object({
  /** The note as it is typed. */
  text: v.string(),
  /** The note as it was saved when the typing began, or saved last since. */
  base: v.string(),
  /** What the note is saved by: the same however often that is tried. */
  op: OperationIdSchema,
  /** As a page shows it, where it may be new to the library. */
  paper: v.nullable(PaperSchema),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

const PREFIX = 'winnow:draft:';

/** Keeps a draft at once. `false` where there is no room; the note can still be saved. */
export function keepDraft(id: PaperId, draft: Draft): boolean {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(id: PaperId): void {
  localStorage.removeItem(PREFIX + id);
}

/** The draft of a paper's note; `null` without one. */
export function draftOf(id: PaperId): Draft | null {
  const kept = localStorage.getItem(PREFIX + id);
  if (kept === null) return null;
  try {
    return v.parse(DraftSchema, JSON.parse(kept));
  } catch {
    return null; // not ours, or cut off: left where it is
  }
}

/** The papers that have drafts. */
export function draftIds(): PaperId[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .filter((id): id is PaperId => v.is(PaperIdSchema, id));
}
