/**
 * Imports a library saved before: papers with the stamps of their fields, rules, colours of tags, saved
 * filters and settings. Each field keeps its later write (`merge-records.ts`), so nothing newer is
 * overwritten. On request, what was removed here since is restored.
 */

import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedFilter } from '@/lib/protocol/saved-filter';
import type { SavedPaper, SavedRest, SettingsWrite } from '@/lib/protocol/saved-library';
import type { ReportProgress } from '@/lib/util/in-batches';
import { isEqualJson } from '@/lib/util/is-equal-json';
import { findDanglingMerges } from '../identity/dangling-merges';
import {
  decidedAfterMerge,
  differences,
  latestTime,
  mergeRecords,
  missingFields,
  recordFromFile,
  undecidedRecord,
  withoutFuture,
} from '../identity/merge-records';
import { mergeColours, mergeRules } from '../identity/merge-rules-and-tags';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { nextNumber, saveNextNumber } from '../store/paper-numbers';
import { getPapers, resolveMerged } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import { readFields, setFields } from '../store/record-fields';
import type { RuleWrite } from '../store/rule-record';
import { collectStates } from '../store/states';
import { addWrite, type PaperChanges, type PaperWrite, type TagWrite } from '../store/writes';
import { putPapers } from '../write/write-papers';
import { deleteParts, readPart } from './import-parts';

interface LibraryImport {
  /** Number of parts. The first holds everything but papers. */
  readonly parts: number;
  /** Whether to restore what was removed here since. */
  readonly bringsBack: boolean;
}

/** What was written. */
export interface ImportedLibrary {
  readonly papers: PaperChanges;
  readonly tags?: readonly TagWrite[];
  readonly rules?: readonly RuleWrite[];
  readonly filters?: readonly SavedFilter[];
  readonly settings?: SettingsWrite;
}

/**
 * Imports all parts in the transaction of the command, except for filters and settings, which are only
 * returned. @throws {Refusal} if parts are missing, or there would be too many rules.
 */
export async function importLibrary(
  db: LibraryDatabase,
  op: OperationId,
  { parts, bringsBack }: LibraryImport,
  stamp: Stamp,
  report: ReportProgress,
): Promise<ImportedLibrary> {
  const total = (parts - 1) * LIMITS.papersPerPart;
  report(0, total); // throws if the import has been cancelled
  const latest = latestTime(timeOf(stamp));
  const { filters, settings, ...rest } = await readPart<SavedRest>(db, op, 0);
  const [rules, tags] = [
    withoutFutureWrites(rest.rules, latest),
    withoutFutureWrites(rest.tags, latest),
  ];
  const merger = await createMerger(db, stamp, bringsBack, total);
  for (let part = 1; part < parts; part += 1) {
    const papers = await readPart<readonly SavedPaper[]>(db, op, part);
    await merger.merge(papers.map((one) => withoutFuture(one, latest)));
    report(part * LIMITS.papersPerPart, total);
  }
  const restoredAt = bringsBack ? stamp : null;
  const ruleWrites = await mergeRules(db, rules, restoredAt);
  const tagWrites = await mergeColours(db, tags, restoredAt);
  await merger.finish([...rules, ...tags].map((one) => one.stamp));
  await deleteParts(db, op);
  return {
    papers: merger.changes(),
    ...(ruleWrites.length > 0 && { rules: ruleWrites }),
    ...(tagWrites.length > 0 && { tags: tagWrites }),
    ...(filters.length > 0 && { filters }),
    ...(settings && { settings }),
  };
}

function withoutFutureWrites<T extends { readonly stamp: Stamp }>(
  all: readonly T[],
  latest: number,
): T[] {
  return all.filter(({ stamp }) => timeOf(stamp) <= latest);
}

/** Merges saved papers into the library, a part at a time. `total`: at most this many. */
async function createMerger(db: LibraryDatabase, stamp: Stamp, bringsBack: boolean, total: number) {
  const first = await nextNumber(db);
  const writes = new Map<PaperId, PaperWrite>();
  const states = collectStates(total);
  const merged = new Set<PaperId>();
  let next = first;
  let newestStamp = stamp;

  function addDifferences(before: PaperRecord, after: PaperRecord): void {
    const fields = differences(before, after);
    if (Object.keys(fields).length === 0) return;
    addWrite(writes, { id: before.id, before: readFields(before, fields), after: fields });
  }

  function observe(stamps: readonly Stamp[]): void {
    for (const one of stamps) if (one > newestStamp) newestStamp = one;
  }

  async function put(records: readonly PaperRecord[]): Promise<void> {
    await putPapers(db, records, stamp, () => true); // fields keep the stamps they were saved with
    states.add(records);
  }

  /** Applies decisions made after a paper was merged here to the paper it was merged into. */
  function applyToTarget(before: PaperRecord, saved: PaperRecord, target: PaperRecord) {
    const fields = missingFields(target, decidedAfterMerge(before, saved));
    if (Object.keys(fields).length === 0) return target;
    const after = setFields(target, fields, stamp);
    addDifferences(target, after);
    return after;
  }

  return {
    async merge(papers: readonly SavedPaper[]): Promise<void> {
      const ids = papers.map(({ id }) => id);
      const known = await getPapers(db, ids);
      const { resolve, records: targets } = await resolveMerged(db, ids);
      const changed = new Map<PaperId, PaperRecord>();
      for (const paper of papers) {
        const before = changed.get(paper.id) ?? known.get(paper.id);
        const saved = recordFromFile(paper, before?.num ?? next);
        if (!before) next += 1;
        const joined = before ? mergeRecords(before, saved) : saved;
        const after = setFields(joined, bringsBack ? missingFields(joined, saved) : {}, stamp);
        addDifferences(before ?? undecidedRecord(saved, stamp), after);
        if (!before || !isEqualJson(before, after)) changed.set(paper.id, after);
        if (after.mergedInto) merged.add(paper.id);
        observe(Object.values(saved.stamps));

        const id = resolve(paper.id);
        const target = changed.get(id) ?? targets.get(id);
        if (!before?.mergedInto || !target || id === paper.id) continue;
        const updated = applyToTarget(before, saved, target);
        if (updated !== target) changed.set(id, updated);
      }
      await put([...changed.values()]);
    },

    /** `stamps`: those of everything imported that is not a paper. */
    async finish(stamps: readonly Stamp[]): Promise<void> {
      const separated = (await findDanglingMerges(db, merged)).map((record) => {
        const after = setFields(record, { mergedInto: null }, stamp);
        addDifferences(record, after);
        return after;
      });
      await put(separated);
      observe(stamps);
      if (next > first) await saveNextNumber(db, next);
      // Stamps given from now on must be later than those imported.
      if (newestStamp > stamp) await db.state.put({ key: 'clock', value: newestStamp });
    },

    changes: (): PaperChanges => ({ writes: [...writes.values()], states: states.all() }),
  };
}
