/** What can be done with the library as a whole. */
import * as v from 'valibot';
import { COLOUR_NUMBERS } from './colours';
import { count } from './fields';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { PaperIdSchema, PaperSchema } from './paper';
import { TagSchema } from './tag';

const TaskSchema = v.variant('kind', [
  /** If the new name is in use, the two tags become one. */
  v.object({ kind: v.literal('renameTag'), from: TagSchema, to: TagSchema }),
  /** The tags of `from` become one with `into`, which may be new. */
  v.object({
    kind: v.literal('mergeTags'),
    from: v.pipe(v.array(TagSchema), v.minLength(1), v.maxLength(LIMITS.merges)),
    into: TagSchema,
  }),
  v.object({ kind: v.literal('deleteTag'), tag: TagSchema }),
  v.object({
    kind: v.literal('colourTag'),
    tag: TagSchema,
    colour: v.nullable(v.picklist(COLOUR_NUMBERS)),
  }),
  /**
   * From then on the ids of `from` stand for `into`, which has all that was decided about any of them.
   * No paper may be in two merges.
   */
  v.object({
    kind: v.literal('mergePapers'),
    merges: v.pipe(
      v.array(
        v.object({
          into: PaperIdSchema,
          from: v.pipe(v.array(PaperIdSchema), v.minLength(1), v.maxLength(LIMITS.merged)),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.merges),
    ),
  }),
  /** Joins papers with the arXiv papers that they turned out to be. Winnow does so by itself: quietly. */
  v.object({
    kind: v.literal('identifyPapers'),
    found: v.pipe(
      v.array(v.object({ id: PaperIdSchema, paper: PaperSchema })),
      v.minLength(1),
      v.maxLength(LIMITS.merges),
    ),
  }),
  /** Writes what arXiv says of papers that the user wants refreshed. */
  v.object({
    kind: v.literal('refreshPapers'),
    papers: v.pipe(v.array(PaperSchema), v.minLength(1), v.maxLength(LIMITS.refreshedAtOnce)),
  }),
  v.object({ kind: v.literal('emptyTrash') }),
  /** Writes the parts that were sent with the same operation id: see `ImportPartSchema`. */
  v.object({
    kind: v.literal('importPapers'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport / LIMITS.papersPerPart)),
  }),
  /** The same for parts of a library, from elsewhere or from a backup: see `SavedPartSchema`. */
  v.object({
    kind: v.literal('importLibrary'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport)),
    /** Whether what was removed here since comes back; what is here stays in any case. */
    bringsBack: v.boolean(),
  }),
]);
export type Task = v.InferOutput<typeof TaskSchema>;

export const ManageSchema = v.object({ op: OperationIdSchema, task: TaskSchema });
export type Manage = v.InferOutput<typeof ManageSchema>;
