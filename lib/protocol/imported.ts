/** Papers on their way into the library, part by part. */
import * as v from 'valibot';
import { count, unknownOr } from './fields';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { MetadataSchema, PaperIdSchema, TRIAGE } from './paper';

/** A paper of an import. Unknown keys are dropped. */
export const ImportedSchema = v.object({
  id: PaperIdSchema,
  meta: MetadataSchema,
  triage: v.object({
    ...TRIAGE,
    /** When it came onto the list that it was exported from, in milliseconds. */
    added: unknownOr(v.pipe(v.number(), v.finite(), v.minValue(0))),
  }),
});
export type Imported = v.InferOutput<typeof ImportedSchema>;

/** Some papers of an import, kept until the task `importPapers` with the same operation id writes them. */
export const ImportPartSchema = v.object({
  op: OperationIdSchema,
  /** From 0. */
  part: count,
  papers: v.pipe(v.array(ImportedSchema), v.minLength(1), v.maxLength(LIMITS.papersPerPart)),
});
