/** Merges papers that are one work. */
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { ReportProgress } from '@/lib/util/in-batches';
import { mergedFields, targetFields } from '../identity/merge-fields';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { resolveMerged } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import type { Fields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import type { PaperChanges } from '../store/writes';
import { updatePapers } from '../write/update-papers';

/** Papers to merge `into` another. */
export interface Merge {
  readonly into: PaperId;
  readonly from: readonly PaperId[];
}

/**
 * Merges groups of papers, in the transaction of a command. The target gets everything that was decided
 * about any of its group, and the others become aliases of it; of papers in the trash only metadata is
 * taken over. `title` is that of the first target.
 * @throws {Refusal} if a paper is unknown, occurs twice or was merged already, or notes become too long.
 */
export async function mergePapers(
  db: LibraryDatabase,
  merges: readonly Merge[],
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges & { readonly title: string }> {
  const requested = merges.map(({ into, from }) => [into, ...from]);
  const { resolve, records } = await resolveMerged(db, requested.flat());
  const groups = requested.map((group) => group.map(resolve));
  const ids = groups.flat();
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', t('refusedSelfMerge'));
  const fields = new Map<PaperId, Fields>();
  let title = '';
  for (const group of groups) {
    const all = group.map((id) => {
      const record = records.get(id);
      if (!record) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
      return record;
    });
    const [target, ...others] = all as [PaperRecord, ...PaperRecord[]];
    fields.set(target.id, targetFields(target, others, stamp));
    for (const other of others) fields.set(other.id, mergedFields(other, target.id));
    title ||= target.meta.title;
  }
  const changes = await updatePapers(db, ids, ({ id }) => fields.get(id) ?? {}, stamp, report);
  return { ...changes, title };
}
