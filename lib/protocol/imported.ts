/** Papers on their way into the library, part by part. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { SOURCES, STATUSES } from '@/lib/paper';
import { count, text, unknownOr } from './fields';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { METADATA, PaperIdSchema } from './paper';
import { TagSchema } from './tag';

/** A paper of an import. Unknown keys are dropped. */
export const ImportedSchema = v.object({
  id: PaperIdSchema,
  meta: v.object({
    ...METADATA,
    doi: unknownOr(text(LIMITS.name)),
    date: unknownOr(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
    source: v.picklist(SOURCES),
  }),
  triage: v.object({
    starred: v.boolean(),
    status: v.picklist(STATUSES),
    dismissed: v.boolean(),
    tags: v.pipe(
      v.array(TagSchema),
      v.maxLength(LIMITS.tagsPerPaper, () => t('refusedLongList')),
    ),
    note: v.pipe(
      v.string(),
      v.maxLength(LIMITS.note, () => t('refusedLongNote')),
    ),
    /** When it came onto the list that it was exported from, in milliseconds. */
    added: unknownOr(v.pipe(v.number(), v.finite(), v.minValue(0))),
  }),
});
export type Imported = v.InferOutput<typeof ImportedSchema>;

/** Some of the papers of an import, kept until the task `importPapers` of the same name writes them. */
export const ImportPartSchema = v.object({
  op: OperationIdSchema,
  /** From 0. */
  part: count,
  papers: v.pipe(v.array(ImportedSchema), v.minLength(1), v.maxLength(LIMITS.papersPerPart)),
});
export type ImportPart = v.InferOutput<typeof ImportPartSchema>;
