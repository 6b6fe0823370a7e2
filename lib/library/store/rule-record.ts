/** The stored form of a keyword rule. */
import type { Rule } from '@/lib/protocol/rule';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from './clock';

/** One last-writer-wins register, so that devices can merge: a deleted rule stays, and says so. */
export interface RuleRecord {
  readonly id: Rule['id'];
  readonly rule: Rule;
  /** Place among the rules; the ids decide between two of the same. */
  readonly order: number;
  readonly deleted: boolean;
  readonly stamp: Stamp;
}

/** What can be written of a rule. */
type RuleFields = Readonly<Partial<Pick<RuleRecord, 'rule' | 'order' | 'deleted'>>>;

/** The fields that were written of one rule: as they were, and as they became. */
export interface RuleWrite {
  readonly id: Rule['id'];
  /** Before it was first written, a rule counts as deleted. */
  readonly before: RuleFields;
  readonly after: RuleFields;
}

/** The rules of records that come in their order, without those deleted. */
export function rulesOf(records: readonly RuleRecord[]): Rule[] {
  return records.filter(({ deleted }) => !deleted).map(({ rule }) => rule);
}

/** What to write to make `rules` all there are, in this order. Nothing of those that stay the same. */
export function writesToBecome(
  rules: readonly Rule[],
  records: readonly RuleRecord[],
): RuleWrite[] {
  const known = new Map(records.map((record) => [record.id, record]));
  const kept = new Set(rules.map(({ id }) => id));
  const gone = records.filter(({ id, deleted }) => !deleted && !kept.has(id));
  return [
    ...rules.map((rule, order) =>
      writeOf(rule.id, known.get(rule.id), { rule, order, deleted: false }),
    ),
    ...gone.map((record) => writeOf(record.id, record, { deleted: true })),
  ].filter(({ after }) => Object.keys(after).length > 0);
}

/** The record after a write. */
export function written(
  record: RuleRecord | undefined,
  { id, after }: Pick<RuleWrite, 'id' | 'after'>,
  stamp: Stamp,
): RuleRecord {
  const changed = { ...record, ...after };
  const { rule, order = 0, deleted = false } = changed;
  if (!rule) throw new Error('A rule that is not known can only be written whole.');
  return { id, rule, order, deleted, stamp };
}

/** The write of those of these fields that are different. */
function writeOf(id: Rule['id'], record: RuleRecord | undefined, fields: RuleFields): RuleWrite {
  if (!record) return { id, before: { deleted: true }, after: fields };
  const fresh = entries(fields).filter(([field, value]) => !isEqualJson(record[field], value));
  return {
    id,
    before: Object.fromEntries(fresh.map(([field]) => [field, record[field]])),
    after: Object.fromEntries(fresh),
  };
}

function entries(fields: RuleFields): [keyof RuleFields, unknown][] {
  return Object.entries(fields) as [keyof RuleFields, unknown][];
}
