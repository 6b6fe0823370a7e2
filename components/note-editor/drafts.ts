/** Notes that were typed and not yet acknowledged, kept by the extension's own pages. */
import * as v from 'valibot';
import type { PaperId } from '@/lib/paper';
import { OperationIdSchema } from '@/lib/protocol/operation-id';
import { PaperIdSchema, PaperSchema } from '@/lib/protocol/paper';
import { localDrafts } from '@/lib/util/local-drafts';

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

const drafts = localDrafts('draft', DraftSchema);

/** Keeps a draft at once, where there is room. */
export const keepDraft = (id: PaperId, draft: Draft): void => drafts.keep(id, draft);

export const dropDraft = (id: PaperId): void => drafts.drop(id);

/** The draft of a paper's note; `null` without one. */
export const draftOf = (id: PaperId): Draft | null => drafts.read(id);

/** The papers that have drafts. */
export function draftIds(): PaperId[] {
  return drafts.names().filter((id): id is PaperId => v.is(PaperIdSchema, id));
}
