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

/** As many papers as arXiv shows on one page can be starred or tagged at once. */
const ROWS_ON_A_PAGE = 2_000;

/**
 * The commands that a page may send: the changes that its controls offer, to one paper, or stars, tags
 * and dismissals to all that match. Should a page get hold of its content script's voice, this is all
 * it can do. Looks no further than that.
 */
export const PageCommandSchema = v.union([
  v.object({
    change: v.object({ kind: v.picklist(['star', 'tag', 'dismiss']) }),
    papers: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(ROWS_ON_A_PAGE)),
  }),
  v.object({
    change: v.object({ kind: v.picklist(['status', 'note', 'acknowledgeVersion']) }),
    papers: v.pipe(v.array(v.unknown()), v.length(1)),
  }),
]);

/** One change to the list of rules. */
export const EditRulesSchema = v.object({ op: OperationIdSchema, edit: RuleEditSchema });
export type EditRules = v.InferOutput<typeof EditRulesSchema>;

/** One more rule, after the others. */
export const AddRuleSchema = v.object({ op: OperationIdSchema, rule: RuleSchema });
