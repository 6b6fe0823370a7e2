/** Makes several papers one, for one group of papers or for many. */
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import { absorbed, joined } from '../identity/join';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import { resolveMerged } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import type { Fields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { type Rewritten, rewritePapers } from '../write/rewrite-papers';

export interface Merge {
  readonly into: PaperId;
  readonly from: readonly PaperId[];
}

/**
 * Merges papers, each group into one, which has from then on all that was decided about any of them; the others
 * stand for it. What is in the trash brings nothing with it but its metadata.
 * @throws {Refusal} for papers that are not known or are one already, in one group or
 * in two, and where the notes together are too long: nothing may be lost.
 */
export async function mergePapers(
  db: LibraryDatabase,
  merges: readonly Merge[],
  stamp: Stamp,
  report: Report,
): Promise<Rewritten & { readonly title: string }> {
  const asked = merges.map(({ into, from }) => [into, ...from]);
  const { names, records } = await resolveMerged(db, asked.flat());
  const groups = asked.map((group) => group.map((id) => names.get(id) ?? id));
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
    fields.set(target.id, joined(target, others, stamp));
    for (const other of others) fields.set(other.id, absorbed(other, target.id));
    title ||= target.meta.title;
  }
  const rewritten = await rewritePapers(db, ids, ({ id }) => fields.get(id) ?? {}, stamp, report);
  return { ...rewritten, title };
}
