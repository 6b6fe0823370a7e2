/** The stored form of a keyword rule. */
import type { Rule } from '@/lib/protocol/rule';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from './clock';

/** One last-writer-wins register. Deleted rules stay as tombstones, so that devices can merge. */
export interface RuleRecord {
  readonly id: Rule['id'];
  readonly rule: Rule;
  /** Position among the rules; ties are broken by id. */
  readonly order: number;
  readonly deleted: boolean;
  readonly stamp: Stamp;
}

type RuleFields = Readonly<Partial<Pick<RuleRecord, 'rule' | 'order' | 'deleted'>>>;

/** What a command wrote to one rule. */
export interface RuleWrite {
  readonly id: Rule['id'];
  /** A rule that did not exist counts as deleted. */
  readonly before: RuleFields;
  readonly after: RuleFields;
}

/** The rules that are not deleted, in the order of the records. */
export function activeRules(records: readonly RuleRecord[]): Rule[] {
  return records.filter(({ deleted }) => !deleted).map(({ rule }) => rule);
}

/** The writes that make `rules` the whole list, in this order. Unchanged rules are not written. */
export function diffRules(rules: readonly Rule[], records: readonly RuleRecord[]): RuleWrite[] {
  const known = new Map(records.map((record) => [record.id, record]));
  const ids = new Set(rules.map(({ id }) => id));
  const removed = records.filter(({ id, deleted }) => !deleted && !ids.has(id));
  return [
    ...rules.map((rule, order) =>
      writeOf(rule.id, known.get(rule.id), { rule, order, deleted: false }),
    ),
    ...removed.map((record) => writeOf(record.id, record, { deleted: true })),
  ].filter(({ after }) => Object.keys(after).length > 0);
}

/** The record after a write; `undefined`: there was none. */
export function applyRuleWrite(
  record: RuleRecord | undefined,
  { id, after }: Pick<RuleWrite, 'id' | 'after'>,
  stamp: Stamp,
): RuleRecord {
  const changed = { ...record, ...after };
  const { rule, order = 0, deleted = false } = changed;
  if (!rule) throw new Error('The first write of a rule must have all its fields.');
  return { id, rule, order, deleted, stamp };
}

/** The write of those fields that differ from the record. */
function writeOf(id: Rule['id'], record: RuleRecord | undefined, fields: RuleFields): RuleWrite {
  if (!record) return { id, before: { deleted: true }, after: fields };
  const changed = entries(fields).filter(([field, value]) => !isEqualJson(record[field], value));
  return {
    id,
    before: Object.fromEntries(changed.map(([field]) => [field, record[field]])),
    after: Object.fromEntries(changed),
  };
}

function entries(fields: RuleFields): [keyof RuleFields, unknown][] {
  return Object.entries(fields) as [keyof RuleFields, unknown][];
}
