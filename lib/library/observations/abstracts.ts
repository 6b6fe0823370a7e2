/** What arXiv's API says of papers, kept so that nothing is fetched twice. */
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import type { Abstracts } from '@/lib/protocol/abstracts';
import { updateMetadata } from '../identity/metadata';
import { isFirstHand, isFromLink } from '../identity/text-order';
import type { AbstractRecord, LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import { ownTextsOf } from '../store/own-texts';
import { pruneOldest } from '../store/prune';
import type { PaperRecord } from '../store/record';
import { metadataOf } from '../store/record-fields';
import { refusalOf } from '../store/refusal';
import { paperTables, putPapers } from '../write/write-papers';

const ENTRIES_KEPT = 50_000;

/** How long a paper that the API did not know is not asked for again, in milliseconds. */
const UNKNOWN_FOR_MS = 24 * 3_600_000;

export interface AbstractCache {
  /** The abstracts that are known, and those of the other papers that arXiv may know. */
  readonly find: (
    ids: readonly PaperId[],
  ) => Promise<{ readonly known: Abstracts; readonly missing: readonly PaperId[] }>;
  /** Those of these papers of which no title or no abstract is known, and which arXiv may know. */
  readonly incomplete: (ids: readonly PaperId[]) => Promise<PaperId[]>;
  /**
   * Keeps what the API answered, and which papers it does not know. In the same transaction saved
   * papers learn what they lack.
   * @throws {Error} with a sentence for the user.
   */
  readonly save: (papers: readonly Paper[], unknown: readonly PaperId[]) => Promise<void>;
}

/** Whether the library's abstract is the user's, or at least as new as what was once fetched. */
function isPreferred(record: PaperRecord): boolean {
  return ownTextsOf(record).includes('abstract') || isFirstHand(metadataOf(record));
}

/** `now` gives milliseconds. */
export function createAbstractCache(
  db: LibraryDatabase,
  now: () => number = Date.now,
): AbstractCache {
  async function learnFrom(papers: readonly Paper[]): Promise<void> {
    const records = await db.papers.bulkGet(papers.map(({ id }) => id));
    if (records.every((record) => !record)) return;
    const stamp = await tick(db, now());
    const better = papers.flatMap((paper, index) => {
      const record = records[index];
      if (!record) return [];
      const { id: _, ...meta } = paper;
      const learned = updateMetadata(record, meta, stamp);
      return learned === record ? [] : [learned];
    });
    await putPapers(db, better, stamp);
  }

  /** Whether arXiv said a short while ago that it does not know the paper. */
  function isUnknown(entry: AbstractRecord | undefined): boolean {
    return entry?.abstract === null && Math.abs(now() - entry.at) < UNKNOWN_FOR_MS;
  }

  return {
    find: (ids) =>
      db.transaction('r', db.papers, db.abstracts, async () => {
        const unique = [...new Set(ids)];
        const [kept, saved] = await Promise.all([
          db.abstracts.bulkGet(unique),
          db.papers.bulkGet(unique),
        ]);
        const known: Record<PaperId, string> = {};
        const missing: PaperId[] = [];
        for (const [index, id] of unique.entries()) {
          const entry = kept[index];
          const record = saved[index];
          const own = record && isPreferred(record) ? record.meta.abstract : null;
          const abstract = own ?? entry?.abstract ?? record?.meta.abstract ?? null;
          if (abstract !== null) known[id] = abstract;
          else if (!isUnknown(entry) && arxivIdOf(id) !== null) missing.push(id);
        }
        return { known, missing };
      }),

    incomplete: (ids) =>
      db.transaction('r', db.papers, db.abstracts, async () => {
        const asked = [...new Set(ids)].filter((id) => arxivIdOf(id) !== null);
        const [kept, saved] = await Promise.all([
          db.abstracts.bulkGet(asked),
          db.papers.bulkGet(asked),
        ]);
        return asked.filter((_, index) => {
          const [entry, record] = [kept[index], saved[index]];
          const hasTitle = entry?.meta || (record && !isFromLink(record.meta));
          const hasAbstract = entry?.abstract ?? record?.meta.abstract;
          return !(hasTitle && hasAbstract) && !isUnknown(entry);
        });
      }),

    save: (papers, unknown) =>
      db
        .transaction('rw', [...paperTables(db), db.abstracts], async () => {
          const at = now();
          await db.abstracts.bulkPut([
            ...papers.map(({ id, abstract, ...meta }) => ({ id, abstract, meta, at })),
            ...unknown.map((id) => ({ id, abstract: null, at })),
          ]);
          await pruneOldest(db.abstracts, ENTRIES_KEPT);
          await learnFrom(papers);
        })
        .catch((error: unknown) => {
          throw new Error(refusalOf(error).message, { cause: error });
        }),
  };
}
