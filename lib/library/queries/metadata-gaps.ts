/** Imported papers whose metadata have gaps that arXiv may fill. */
import type { Metadata, PaperId } from '@/lib/paper';
import { type Candidate, candidateOf } from '../identity/candidate';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import { isKept, type PaperRecord } from '../store/record';

export interface MetadataGaps {
  /** Up to `limit` papers that lack something, in order of their ids; without the trash. */
  readonly incomplete: (limit: number) => Promise<PaperId[]>;
  /** Those of these papers that still lack something. */
  readonly candidates: (ids: readonly PaperId[]) => Promise<Candidate[]>;
}

/** How long arXiv is not asked again for what it did not know, in milliseconds. */
const UNKNOWN_FOR_MS = 30 * 24 * 3_600_000;

/** Papers read at a time. */
const BATCH_SIZE = 500;

/** `now` gives milliseconds. */
export function createMetadataGaps(
  db: LibraryDatabase,
  now: () => number = Date.now,
): MetadataGaps {
  /** The next papers by id, in a transaction of their own: writers need not wait for all of them. */
  function readBatch(
    after: string,
  ): Promise<{ readonly open: PaperId[]; readonly last: string | null }> {
    return db.transaction('r', db.papers, db.abstracts, async () => {
      const some = await db.papers.where('id').above(after).limit(BATCH_SIZE).toArray();
      const records = some.filter(isIncomplete);
      const answers = await db.abstracts.bulkGet(records.map(({ id }) => id));
      const isOpen = (_: PaperRecord, index: number) => {
        const answer = answers[index]; // `null`: arXiv did not know it
        return answer?.abstract !== null || Math.abs(now() - answer.at) >= UNKNOWN_FOR_MS;
      };
      return { open: records.filter(isOpen).map(({ id }) => id), last: some.at(-1)?.id ?? null };
    });
  }

  return {
    async incomplete(limit) {
      const found: PaperId[] = [];
      for (let after: string | null = ''; after !== null && found.length < limit; ) {
        const { open, last } = await readBatch(after);
        found.push(...open);
        after = last;
      }
      return found.slice(0, limit);
    },

    candidates: (ids) =>
      db.transaction('r', db.papers, async () => {
        const records = [...(await getPapers(db, ids)).values()];
        return records.filter(isIncomplete).map(candidateOf);
      }),
  };
}

/** Whether arXiv may know something that a paper from elsewhere lacks. */
export function lacksSomething({ id, meta }: { readonly id: PaperId; readonly meta: Metadata }) {
  if (id.startsWith('title:')) return true; // its id
  return meta.source === 'elsewhere' && (meta.abstract === null || meta.authors.length === 0);
}

/** A paper whose merge the user took back is left alone. */
function isIncomplete(record: PaperRecord): boolean {
  const wasMerged = record.stamps.mergedInto !== undefined;
  return isKept(record.shelf) && !wasMerged && lacksSomething(record);
}
