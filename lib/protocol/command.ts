/** Requests to change papers and rules. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { type Change, ChangeSchema } from './change';
import { LIMITS } from './limits';
import { OperationIdSchema } from './operation-id';
import { PaperIdSchema, PaperSchema } from './paper';
import { RuleSchema } from './rule';
import { RuleEditSchema } from './rule-edit';

/** With the paper as the page shows it, so that one the library does not know can be saved. */
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
    v.maxLength(LIMITS.papersPerCommand, () => t('refusedTooManyPapers', LIMITS.papersPerCommand)),
  ),
});
export type Command = v.InferOutput<typeof CommandSchema>;

/** The most that arXiv shows. */
const ROWS_ON_A_PAGE = 2_000;

/** How many papers a page may change at once, by the kind of change: what its controls offer. */
const MOST_FROM_PAGE = {
  star: ROWS_ON_A_PAGE,
  tag: ROWS_ON_A_PAGE,
  dismiss: ROWS_ON_A_PAGE,
  status: 1,
  note: 1,
  acknowledgeVersion: 1,
  editTexts: 0,
  remove: 0,
  restore: 0,
} satisfies Record<Change['kind'], number>;

/**
 * Commands that a page may send, checked no further than that. Should a page gain control of its
 * content script, this is all it can do.
 */
export const PageCommandSchema = v.pipe(
  v.object({
    change: v.object({ kind: v.picklist(Object.keys(MOST_FROM_PAGE) as Change['kind'][]) }),
    papers: v.pipe(v.array(v.unknown()), v.minLength(1)),
  }),
  v.check(({ change, papers }) => papers.length <= MOST_FROM_PAGE[change.kind]),
);

/** One change to the list of rules. */
export const EditRulesSchema = v.object({ op: OperationIdSchema, edit: RuleEditSchema });
export type EditRules = v.InferOutput<typeof EditRulesSchema>;

/** One more rule, after the others. */
export const AddRuleSchema = v.object({ op: OperationIdSchema, rule: RuleSchema });
