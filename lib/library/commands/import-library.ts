/**
 * Imports what was a library: papers with the stamps of their fields, rules, colours of tags and saved
 * filters, in the transaction of one command. Each field keeps its later write (`merge-records.ts`),
 * so nothing is overwritten that is newer here. Where that is wanted, what was taken away here since
 * comes back.
 */

import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedFilter } from '@/lib/protocol/saved-filter';
import type { SavedPaper, SavedRest, SettingsWrite } from '@/lib/protocol/saved-library';
import { isEqualJson } from '@/lib/util/is-equal-json';
import {
  decidedSince,
  differences,
  lacking,
  latestTime,
  mergeRecords,
  recordOf,
  undecided,
  withoutFuture,
} from '../identity/merge-records';
import { mergeColours, mergeRules } from '../identity/merge-rest';
import { standingForNone } from '../identity/merged-papers';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import { keepNextNumber, nextNumber } from '../store/numbers';
import type { TagWrite, Write } from '../store/operation';
import { getPapers, resolveMerged } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import { readFields, setFields } from '../store/record-fields';
import type { RuleWrite } from '../store/rule-record';
import { collectStates } from '../store/states';
import type { Rewritten } from '../write/rewrite-papers';
import { putPapers } from '../write/write-papers';
import { forgetParts, readPart } from './import-papers';

interface Wanted {
  /** With that of the rest, which is the first. */
  readonly parts: number;
  readonly bringsBack: boolean;
}

/** What was written, of papers and beside them. */
export interface Brought {
  readonly papers: Rewritten;
  readonly tags?: readonly TagWrite[];
  readonly rules?: readonly RuleWrite[];
  readonly filters?: readonly SavedFilter[];
  readonly settings?: SettingsWrite;
}

/** @throws {Refusal} where parts are missing, or there would be too many rules. */
export async function importLibrary(
  db: LibraryDatabase,
  op: OperationId,
  { parts, bringsBack }: Wanted,
  stamp: Stamp,
  report: Report,
): Promise<Brought> {
  const total = (parts - 1) * LIMITS.papersPerPart;
  report(0, total); // it may have been cancelled before it began
  const latest = latestTime(timeOf(stamp));
  const { rules, tags, filters, settings } = await readPart<SavedRest>(db, op, 0);
  const work = await createWork(db, stamp, bringsBack, total);
  for (let part = 1; part < parts; part += 1) {
    const saved = await readPart<readonly SavedPaper[]>(db, op, part);
    await work.take(saved.map((one) => withoutFuture(one, latest)));
    report(part * LIMITS.papersPerPart, total);
  }
  const returned = bringsBack ? stamp : null;
  const [pastRules, pastTags] = [pastOnly(rules, latest), pastOnly(tags, latest)];
  const rulesBrought = await mergeRules(db, pastRules, returned);
  const coloursBrought = await mergeColours(db, pastTags, returned);
  await work.finish([...pastRules, ...pastTags].map((one) => one.stamp));
  await forgetParts(db, op);
  return {
    papers: work.done(),
    ...(rulesBrought.length > 0 && { rules: rulesBrought }),
    ...(coloursBrought.length > 0 && { tags: coloursBrought }),
    ...(filters.length > 0 && { filters }),
    ...(settings && { settings }),
  };
}

function pastOnly<T extends { readonly stamp: Stamp }>(all: readonly T[], latest: number): T[] {
  return all.filter(({ stamp }) => timeOf(stamp) <= latest);
}

/** Takes papers in, some at a time. */
async function createWork(db: LibraryDatabase, stamp: Stamp, bringsBack: boolean, total: number) {
  const first = await nextNumber(db);
  const writes = new Map<PaperId, Write>();
  const states = collectStates(total);
  const merged = new Set<PaperId>();
  let next = first;
  let newest = stamp;

  function addWrite(before: PaperRecord, after: PaperRecord): void {
    const fields = differences(before, after);
    const earlier = writes.get(before.id);
    if (Object.keys(fields).length === 0) return;
    writes.set(before.id, {
      id: before.id,
      before: { ...readFields(before, fields), ...earlier?.before },
      after: { ...earlier?.after, ...fields },
    });
  }

  function hear(stamps: readonly Stamp[]): void {
    for (const told of stamps) if (told > newest) newest = told;
  }

  async function keep(records: Iterable<PaperRecord>): Promise<void> {
    const all = [...records];
    await putPapers(db, all, stamp, () => true); // fields bring stamps of their own
    states.add(all);
  }

  async function take(papers: readonly SavedPaper[]): Promise<void> {
    const ids = papers.map(({ id }) => id);
    const known = await getPapers(db, ids);
    const { names, records: standing } = await resolveMerged(db, ids);
    const changed = new Map<PaperId, PaperRecord>();
    for (const saved of papers) {
      const before = changed.get(saved.id) ?? known.get(saved.id);
      const other = recordOf(saved, before?.num ?? next);
      if (!before) next += 1;
      const joined = before ? mergeRecords(before, other) : other;
      const back = bringsBack ? lacking(joined, other) : {};
      const after = setFields(joined, back, stamp);
      addWrite(before ?? undecided(other, stamp), after);
      if (!before || !isEqualJson(before, after)) changed.set(saved.id, after);
      if (after.mergedInto) merged.add(saved.id);
      hear(Object.values(other.stamps));

      const name = names.get(saved.id) ?? saved.id;
      const target = changed.get(name) ?? standing.get(name);
      if (!before?.mergedInto || !target || name === saved.id) continue;
      const more = lacking(target, decidedSince(before, other));
      if (Object.keys(more).length === 0) continue;
      const richer = setFields(target, more, stamp);
      addWrite(target, richer);
      changed.set(name, richer);
    }
    await keep(changed.values());
  }

  return {
    take,
    /** `told` are the stamps of all that came beside papers. */
    async finish(told: readonly Stamp[]): Promise<void> {
      const freed = (await standingForNone(db, merged)).map((record) => {
        const free = setFields(record, { mergedInto: null }, stamp);
        addWrite(record, free);
        return free;
      });
      await keep(freed);
      hear(told);
      if (next > first) await keepNextNumber(db, next);
      // What is decided here from now on is later than all that came.
      if (newest > stamp) await db.state.put({ key: 'clock', value: newest });
    },
    done: (): Rewritten => ({ writes: [...writes.values()], states: states.all() }),
  };
}
