/** What is known of papers that some page links to. */
import type { Metadata, PaperId } from '@/lib/paper';
import { isFromLink } from '../identity/text-order';
import type { LibraryDatabase } from '../store/database';
import { resolveMerged } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';

/** What is known of one of them. */
export interface KnownPaper {
  /** As the library calls it: the arXiv id of a DOI's paper, say. */
  readonly id: PaperId;
  /** `null`: only the link is known. */
  readonly meta: Metadata | null;
  /** Whether the library has it. */
  readonly isSaved: boolean;
  /** Whether arXiv was asked and does not know it. */
  readonly isUnknown: boolean;
}

export type LinkedPaperQuery = (
  ids: readonly PaperId[],
) => Promise<ReadonlyMap<PaperId, KnownPaper>>;

/** Reads from the library, and from what arXiv said before; by the ids that the page has. */
export function createLinkedPaperQuery(db: LibraryDatabase): LinkedPaperQuery {
  async function publishedAs(ids: readonly PaperId[]): Promise<Map<PaperId, PaperRecord>> {
    const dois = ids.flatMap((id) => (id.startsWith('doi:') ? id.slice('doi:'.length) : []));
    if (dois.length === 0) return new Map();
    const records = await db.papers.where('meta.doi').anyOf(dois).toArray();
    const inUse = records.filter(({ mergedInto }) => !mergedInto);
    return new Map(inUse.map((record) => [`doi:${record.meta.doi}`, record]));
  }

  return (ids) =>
    db.transaction('r', db.papers, db.abstracts, async () => {
      const { resolve, records } = await resolveMerged(db, ids);
      const published = await publishedAs(ids.filter((id) => !records.has(resolve(id))));
      const answers = await db.abstracts.bulkGet([...ids]);
      return new Map(
        ids.map((id, index): [PaperId, KnownPaper] => {
          const record = records.get(resolve(id)) ?? published.get(id);
          const answer = answers[index];
          const told = answer?.meta ? { ...answer.meta, abstract: answer.abstract } : null;
          const saved = record && !isFromLink(record.meta) ? record.meta : null;
          const meta = saved ?? told ?? record?.meta ?? null;
          return [
            id,
            {
              id: record?.id ?? id,
              meta: meta && { ...meta, abstract: meta.abstract ?? answer?.abstract ?? null },
              isSaved: record !== undefined,
              isUnknown: answer !== undefined && !told && answer.abstract === null,
            },
          ];
        }),
      );
    });
}
