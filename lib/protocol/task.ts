/** What can be done with the library as a whole. */
import * as v from 'valibot';
import { COLOUR_NUMBERS } from './colours';
import { count } from './fields';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { PaperIdSchema, PaperSchema } from './paper';
import { TagSchema } from './tag';

/** What can be done with the library as a whole. Not for pages. */
const TaskSchema = v.variant('kind', [
  /** Where the other name is in use already, the two tags become one. */
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
   * From then on the ids of `from` stand for `into`, which has all that was decided about any. No
   * paper may be in two merges.
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
  /** Papers turned out to be papers of arXiv: each is joined with that one. Done by Winnow, and quiet. */
  v.object({
    kind: v.literal('identifyPapers'),
    found: v.pipe(
      v.array(v.object({ id: PaperIdSchema, paper: PaperSchema })),
      v.minLength(1),
      v.maxLength(LIMITS.merges),
    ),
  }),
  v.object({ kind: v.literal('emptyTrash') }),
  /** Writes the parts that were sent under the operation's name: see `ImportPartSchema`. */
  v.object({
    kind: v.literal('importPapers'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport / LIMITS.papersPerPart)),
  }),
  /** The same for the parts of a library of elsewhere, or of another time: see `SavedPartSchema`. */
  v.object({
    kind: v.literal('importLibrary'),
    parts: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.papersPerImport)),
    /** Also what was taken away here since comes back; what is here now stays in any case. */
    bringsBack: v.boolean(),
  }),
]);
export type Task = v.InferOutput<typeof TaskSchema>;

export const ManageSchema = v.object({ op: OperationIdSchema, task: TaskSchema });
export type Manage = v.InferOutput<typeof ManageSchema>;
