/** Merges papers whose arXiv id has become known with the papers of those ids. */
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import type { ReportProgress } from '@/lib/util/in-batches';
import { updateMetadata } from '../identity/metadata';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { nextNumber, saveNextNumber } from '../store/paper-numbers';
import { resolveMerged } from '../store/paper-reads';
import { newRecord } from '../store/record';
import { Refusal } from '../store/refusal';
import type { PaperChanges } from '../store/writes';
import { putPapers } from '../write/write-papers';
import { type Merge, mergePapers } from './merge-papers';

export interface Identified {
  /** Its id in the library. */
  readonly id: PaperId;
  /** As arXiv has it. */
  readonly paper: Paper;
}

/**
 * Merges papers into those that they turned out to be, which are created if necessary. Nothing decided
 * about either is lost; see `mergePapers`.
 * @throws {Refusal} if there is nothing to merge, because all are merged already or unknown.
 */
export async function identifyPapers(
  db: LibraryDatabase,
  found: readonly Identified[],
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  const { resolve, records } = await resolveMerged(
    db,
    found.flatMap(({ id, paper }) => [id, paper.id]),
  );
  const groups = new Map<PaperId, Set<PaperId>>();
  const learned = new Map(records);
  let next = await nextNumber(db);
  for (const { id, paper } of found) {
    const [from, into] = [resolve(id), resolve(paper.id)];
    if (from === into || !records.has(from)) continue;
    const { id: _, ...meta } = paper;
    const known = learned.get(into);
    learned.set(
      into,
      known
        ? updateMetadata(known, meta, stamp)
        : {
            ...newRecord({ ...meta, id: into }, next++, stamp),
            ...(paper.version !== null && { knownVersion: paper.version }),
          },
    );
    groups.set(into, (groups.get(into) ?? new Set()).add(from));
  }
  if (groups.size === 0) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
  await putPapers(
    db,
    [...groups.keys()].flatMap((id) => learned.get(id) ?? []),
    stamp,
  );
  await saveNextNumber(db, next);
  const merges = [...groups].map(([into, from]): Merge => ({ into, from: [...from] }));
  return mergePapers(db, merges, stamp, report);
}
