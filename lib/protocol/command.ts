/** Writes of papers and rules, as they are asked for. */
import * as v from 'valibot';
import { formatNumber, t } from '@/lib/i18n';
import { ChangeSchema } from './change';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { PaperIdSchema, PaperSchema } from './paper';
import { RuleSchema } from './rule';
import { RuleEditSchema } from './rule-edit';

/** With the paper as the page shows it, so that a paper met for the first time can be kept. */
export const NamedPaperSchema = v.pipe(
  v.object({ id: PaperIdSchema, paper: v.nullable(PaperSchema) }),
  v.check(
    ({ id, paper }) => !paper || paper.id === id,
    () => t('refusedOtherPaper'),
  ),
);

export const CommandSchema = v.object({
  op: OperationIdSchema,
  change: ChangeSchema,
  papers: v.pipe(
    v.array(NamedPaperSchema),
    v.minLength(1),
    v.maxLength(LIMITS.papersPerCommand, () =>
      t('refusedTooManyPapers', formatNumber(LIMITS.papersPerCommand)),
    ),
  ),
});
export type Command = v.InferOutput<typeof CommandSchema>;

/** One change to the list of rules. */
export const EditRulesSchema = v.object({ op: OperationIdSchema, edit: RuleEditSchema });
export type EditRules = v.InferOutput<typeof EditRulesSchema>;

/** One more rule, after the others. */
export const AddRuleSchema = v.object({ op: OperationIdSchema, rule: RuleSchema });
export type AddRule = v.InferOutput<typeof AddRuleSchema>;
