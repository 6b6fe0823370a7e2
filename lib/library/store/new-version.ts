import type { PaperRecord } from './record';

/**
 * The version that the user does not know yet; 0 where a list said that there is one and not which;
 * `null`: none. A day is compared with that on which the paper came onto the list, in UTC: arXiv
 * announces a day's papers when that day begins there.
 */
export function newVersionOf(record: PaperRecord): number | null {
  const { met, knownVersion, knownReplaced, added } = record;
  if (!met || record.shelf !== 'list') return null;
  const { version, replacedOn } = met;
  if (version !== null && knownVersion !== undefined && version > knownVersion) return version;
  const knownDay = knownReplaced ?? new Date(added).toISOString().slice(0, 10);
  return replacedOn !== null && replacedOn > knownDay ? 0 : null;
}
