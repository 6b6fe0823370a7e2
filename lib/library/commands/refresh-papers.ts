/** Refreshes papers with what arXiv says of them, as the user asked. */
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import type { ReportProgress } from '@/lib/util/in-batches';
import { differences } from '../identity/merge-records';
import { updateMetadata } from '../identity/metadata';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { resolveMerged } from '../store/paper-reads';
import { Refusal } from '../store/refusal';
import type { PaperChanges } from '../store/writes';
import { updatePapers } from '../write/update-papers';

export interface Refreshed extends PaperChanges {
  /** The title of the first paper, before. */
  readonly title: string;
  /** How many papers the library has of those given, and how many of them changed. */
  readonly count: number;
  readonly changed: number;
}

/**
 * Takes over what arXiv says, in the transaction of a command, so that it can be undone. The user's own
 * texts and decisions stay. Unknown papers are left out.
 * @throws {Refusal} if no paper is known.
 */
export async function refreshPapers(
  db: LibraryDatabase,
  papers: readonly Paper[],
  stamp: Stamp,
  report: ReportProgress,
): Promise<Refreshed> {
  const { resolve, records } = await resolveMerged(
    db,
    papers.map(({ id }) => id),
  );
  const told = new Map<PaperId, Paper>(papers.map((paper) => [resolve(paper.id), paper]));
  const ids = [...told.keys()].filter((id) => records.has(id));
  const [first] = ids;
  if (first === undefined) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
  const changes = await updatePapers(
    db,
    ids,
    (record) => {
      const paper = told.get(record.id);
      return paper ? differences(record, updateMetadata(record, paper, stamp)) : {};
    },
    stamp,
    report,
  );
  return {
    ...changes,
    title: records.get(first)?.meta.title ?? '',
    count: ids.length,
    changed: changes.writes.filter(({ after }) => Object.keys(after).length > 0).length,
  };
}
