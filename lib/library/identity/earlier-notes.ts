/** Earlier versions of a paper's note. */
import { LIMITS } from '@/lib/protocol/limits';
import { EARLIER_NOTES_KEPT, type EarlierNote } from '@/lib/protocol/saved-library';
import type { Stamp } from '../store/clock';
import type { PaperRecord } from '../store/record';

/** When two records are merged: the note that is not kept becomes one of the earlier ones. */
export function notesOfBoth(
  one: PaperRecord,
  other: PaperRecord,
  note: string,
): readonly EarlierNote[] | undefined {
  const current = [one, other].map((record) => ({
    note: record.triage.note,
    stamp: record.stamps.note ?? null,
  }));
  const notes = [...(one.earlierNotes ?? []), ...(other.earlierNotes ?? []), ...current];
  const earlier = earlierNotes(notes, note);
  return earlier.length > 0 ? earlier : undefined;
}

/** Notes in the order in which they were last written, each once, without empty ones and the current one. */
export function earlierNotes(notes: readonly EarlierNote[], current: string): EarlierNote[] {
  const byText = new Map<string, Stamp | null>();
  for (const { note, stamp } of notes) {
    if (note === '' || note === current || note.length > LIMITS.note) continue;
    const known = byText.get(note);
    byText.set(note, order(known ?? '', stamp ?? '') > 0 ? (known ?? null) : stamp);
  }
  const newestFirst = [...byText]
    .map(([note, stamp]) => ({ note, stamp }))
    .sort((a, b) => order(b.stamp ?? '', a.stamp ?? '') || order(b.note, a.note));
  let room: number = LIMITS.note; // together they are no longer than one note may be
  const tooMany = newestFirst.findIndex(({ note }, index) => {
    room -= note.length;
    return room < 0 || index === EARLIER_NOTES_KEPT;
  });
  return newestFirst.slice(0, tooMany < 0 ? undefined : tooMany).reverse();
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
