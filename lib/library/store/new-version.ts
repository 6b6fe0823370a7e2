import type { PaperRecord } from './record';

/**
 * A version of a paper on the reading list that the user does not know yet; 0 if a listing had a
 * replacement without saying which version; `null` if there is none. Replacements count from the day
 * after the paper was added, in UTC, as arXiv announces a day's papers when that day begins there.
 */
export function newVersionOf(record: PaperRecord): number | null {
  const { met, knownVersion, knownReplaced, added } = record;
  if (!met || record.shelf !== 'list') return null;
  const { version, replacedOn } = met;
  if (version !== null && knownVersion !== undefined && version > knownVersion) return version;
  const knownDay = knownReplaced ?? new Date(added).toISOString().slice(0, 10);
  return replacedOn !== null && replacedOn > knownDay ? 0 : null;
}
