/** Rules and tag colours of another library: the later write of each is kept. */
import { t } from '@/lib/i18n';
import { RULE_LIMITS } from '@/lib/protocol/rule';
import type { SavedRule, SavedTag } from '@/lib/protocol/saved-library';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase, TagRecord } from '../store/database';
import { Refusal } from '../store/refusal';
import type { RuleRecord, RuleWrite } from '../store/rule-record';
import type { TagWrite } from '../store/writes';

/** The rule to keep. If `restoredAt` is given, a rule that was deleted here is restored with that stamp. */
export function mergeRule(
  known: RuleRecord | undefined,
  other: SavedRule,
  restoredAt: Stamp | null,
): RuleRecord {
  const later = !known || isLater(other, known) ? other : known;
  const isBack = restoredAt !== null && later.deleted && !other.deleted;
  return isBack ? { ...other, stamp: restoredAt } : later;
}

/** The colour to keep. If `restoredAt` is given, a colour that was removed here is restored with that stamp. */
export function mergeColour(
  known: TagRecord | undefined,
  other: SavedTag,
  restoredAt: Stamp | null,
): TagRecord {
  const later = !known || isLater(other, known) ? other : known;
  const isBack = restoredAt !== null && later.colour === null && other.colour !== null;
  return isBack ? { ...other, stamp: restoredAt } : later;
}

/** Merges rules into the library's; see `mergeRule`. @throws {Refusal} if there would be too many. */
export async function mergeRules(
  db: LibraryDatabase,
  others: readonly SavedRule[],
  restoredAt: Stamp | null,
): Promise<RuleWrite[]> {
  const changed = new Map<string, RuleRecord>();
  const writes: RuleWrite[] = [];
  const known = new Map((await db.rules.toArray()).map((record) => [record.id, record]));
  for (const other of others) {
    const before = known.get(other.id);
    const after = mergeRule(before, other, restoredAt);
    if (before && isEqualJson(before, after)) continue;
    known.set(other.id, after);
    changed.set(other.id, after);
    const { rule, order, deleted } = after;
    const was = before
      ? { rule: before.rule, order: before.order, deleted: before.deleted }
      : { deleted: true };
    writes.push({ id: other.id, before: was, after: { rule, order, deleted } });
  }
  const count = [...known.values()].filter(({ deleted }) => !deleted).length;
  if (changed.size > 0 && count > RULE_LIMITS.rules) {
    throw new Refusal('invalid', t('rulesTooMany', RULE_LIMITS.rules));
  }
  await db.rules.bulkPut([...changed.values()]);
  return writes;
}

/** Merges tag colours into the library's; see `mergeColour`. */
export async function mergeColours(
  db: LibraryDatabase,
  others: readonly SavedTag[],
  restoredAt: Stamp | null,
): Promise<TagWrite[]> {
  const known = new Map((await db.tags.toArray()).map((record) => [record.tag, record]));
  const changed = new Map<string, TagRecord>();
  const writes: TagWrite[] = [];
  for (const other of others) {
    const before = known.get(other.tag);
    const after = mergeColour(before, other, restoredAt);
    if (before && before.stamp === after.stamp && before.colour === after.colour) continue;
    known.set(other.tag, after);
    changed.set(other.tag, after);
    const was = before?.colour ?? null;
    if (was === after.colour) continue;
    writes.push({ id: other.tag, before: { colour: was }, after: { colour: after.colour } });
  }
  await db.tags.bulkPut([...changed.values()]);
  return writes;
}

/** Of two writes at the same time the greater text wins, so that the order of imports never matters. */
function isLater<T extends { readonly stamp: Stamp }>(one: T, other: T): boolean {
  if (one.stamp !== other.stamp) return one.stamp > other.stamp;
  return JSON.stringify(one) > JSON.stringify(other);
}
