/** Papers to be refreshed from arXiv. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import type { Acknowledgement } from './acknowledgement';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { PaperIdSchema } from './paper';

export const RefreshSchema = v.object({
  /** Of the command that writes what arXiv answers. */
  op: OperationIdSchema,
  ids: v.pipe(
    v.array(PaperIdSchema),
    v.minLength(1),
    v.maxLength(LIMITS.refreshedAtOnce, () => t('refusedTooManyRefreshed', LIMITS.refreshedAtOnce)),
  ),
});

/** `remark`: which of the papers were not refreshed, and why, in words for the user. */
export type RefreshAnswer = Acknowledgement & { readonly remark?: string };
