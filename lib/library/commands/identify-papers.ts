/** Papers whose arXiv id became known: each is joined with the paper of that id. */
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import { learn } from '../identity/metadata';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import { keepNextNumber, nextNumber } from '../store/numbers';
import { resolveMerged } from '../store/paper-reads';
import { newRecord } from '../store/record';
import { Refusal } from '../store/refusal';
import type { Rewritten } from '../write/rewrite-papers';
import { putPapers } from '../write/write-papers';
import { type Merge, mergePapers } from './merge-papers';

export interface Identified {
  /** What it is called in the library. */
  readonly id: PaperId;
  /** As arXiv tells of it. */
  readonly paper: Paper;
}

/**
 * Joins papers with those that they are, which become known by that where they were not. Nothing that
 * was decided about either is lost; see `mergePapers`.
 * @throws {Refusal} where all of them are one already, or gone.
 */
export async function identifyPapers(
  db: LibraryDatabase,
  found: readonly Identified[],
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  const { names, records } = await resolveMerged(
    db,
    found.flatMap(({ id, paper }) => [id, paper.id]),
  );
  const groups = new Map<PaperId, Set<PaperId>>();
  const learned = new Map(records);
  let next = await nextNumber(db);
  for (const { id, paper } of found) {
    const [from, into] = [names.get(id) ?? id, names.get(paper.id) ?? paper.id];
    if (from === into || !records.has(from)) continue;
    const { id: _, ...meta } = paper;
    const known = learned.get(into);
    learned.set(
      into,
      known
        ? learn(known, meta, stamp)
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
  await keepNextNumber(db, next);
  const merges = [...groups].map(([into, from]): Merge => ({ into, from: [...from] }));
  return mergePapers(db, merges, stamp, report);
}
