/** Writes to the rules, within the transaction of a command. */

import { t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';
import { type Rule, RulesSchema } from '@/lib/protocol/rule';
import { applyRuleEdit, type RuleEdit } from '@/lib/protocol/rule-edit';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { parse, Refusal } from '../store/refusal';
import { type RuleWrite, rulesOf, writesToBecome, written } from '../store/rule-record';

/** Makes one change to the list of rules, as it is by now. */
export async function editRules(
  db: LibraryDatabase,
  edit: RuleEdit,
  stamp: Stamp,
): Promise<RuleWrite[]> {
  const records = await db.rules.orderBy('order').toArray();
  const rules = parse(RulesSchema, applyRuleEdit(rulesOf(records), edit));
  return apply(db, writesToBecome(rules, records), stamp);
}

/** Puts one rule after the others. */
export async function appendRule(
  db: LibraryDatabase,
  rule: Rule,
  stamp: Stamp,
): Promise<RuleWrite[]> {
  const records = await db.rules.toArray();
  // A deleted rule counts: adding brings nothing back and changes nothing that was there.
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
  await db.rules.bulkPut(writes.map((write, index) => written(records[index], write, stamp)));
  return writes;
}
