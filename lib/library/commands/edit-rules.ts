/** Changes to keyword rules, in the transaction of a command. */

import { t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';
import { type Rule, RulesSchema } from '@/lib/protocol/rule';
import { applyRuleEdit, type RuleEdit } from '@/lib/protocol/rule-edit';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { parse, Refusal } from '../store/refusal';
import { activeRules, applyRuleWrite, diffRules, type RuleWrite } from '../store/rule-record';

/** Applies an edit to the current list of rules. @throws {Refusal} if the result is not valid. */
export async function editRules(
  db: LibraryDatabase,
  edit: RuleEdit,
  stamp: Stamp,
): Promise<RuleWrite[]> {
  const records = await db.rules.orderBy('order').toArray();
  const rules = parse(RulesSchema, applyRuleEdit(activeRules(records), edit));
  return apply(db, diffRules(rules, records), stamp);
}

/** Appends a rule. @throws {Refusal} if it is or was there, or there are too many. */
export async function addRule(db: LibraryDatabase, rule: Rule, stamp: Stamp): Promise<RuleWrite[]> {
  const records = await db.rules.toArray();
  // Deleted ones too: adding must neither restore nor change an existing rule.
  if (records.some(({ id }) => id === rule.id)) {
    throw new Refusal('invalid', t('refusedRuleIsThere'));
  }
  const orders = records.filter(({ deleted }) => !deleted).map(({ order }) => order);
  if (orders.length >= LIMITS.rulesToAddTo) {
    throw new Refusal('invalid', t('refusedTooManyRules', orders.length));
  }
  const after = { rule, order: Math.max(-1, ...orders) + 1, deleted: false };
  return apply(db, [{ id: rule.id, before: { deleted: true }, after }], stamp);
}

async function apply(db: LibraryDatabase, writes: RuleWrite[], stamp: Stamp): Promise<RuleWrite[]> {
  const records = await db.rules.bulkGet(writes.map(({ id }) => id));
  await db.rules.bulkPut(
    writes.map((write, index) => applyRuleWrite(records[index], write, stamp)),
  );
  return writes;
}
