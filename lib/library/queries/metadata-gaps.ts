/** Imported papers that something is missing of, and what is known of them when arXiv is asked. */
import type { Metadata, PaperId } from '@/lib/paper';
import { type Sought, soughtOf } from '../identity/same-work';
import { isKept } from '../identity/title-match';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';

export interface LookUpSource {
  /** Papers on the list and dismissed ones that something is missing of, by id, at most so many. */
  readonly incomplete: (most: number) => Promise<PaperId[]>;
  /** Those of these papers that something is still missing of. */
  readonly sought: (ids: readonly PaperId[]) => Promise<Sought[]>;
}

/** For so long, in milliseconds, arXiv is not asked again for what it did not know. */
const UNKNOWN_FOR_MS = 30 * 24 * 3_600_000;

/** So many papers are read at a time. */
const PART = 500;

/** `now` gives milliseconds. */
export function createLookUpSource(
  db: LibraryDatabase,
  now: () => number = Date.now,
): LookUpSource {
  /** Some papers after this one by id, in a transaction of their own: nobody waits for all of them. */
  function part(
    after: string,
  ): Promise<{ readonly open: PaperId[]; readonly last: string | null }> {
    return db.transaction('r', db.papers, db.abstracts, async () => {
      const some = await db.papers.where('id').above(after).limit(PART).toArray();
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
    async incomplete(most) {
      const found: PaperId[] = [];
      for (let after: string | null = ''; after !== null && found.length < most; ) {
        const { open, last } = await part(after);
        found.push(...open);
        after = last;
      }
      return found.slice(0, most);
    },

    sought: (ids) =>
      db.transaction('r', db.papers, async () => {
        const records = [...(await getPapers(db, ids)).values()];
        return records.filter(isIncomplete).map(soughtOf);
      }),
  };
}

/** Whether a paper came from elsewhere, and arXiv may know what is missing of it. */
export function lacksSomething({ id, meta }: { readonly id: PaperId; readonly meta: Metadata }) {
  if (id.startsWith('title:')) return true; // its id
  return meta.source === 'elsewhere' && (meta.abstract === null || meta.authors.length === 0);
}

/** Once a user has taken a merge back the paper is left alone. */
function isIncomplete(record: PaperRecord): boolean {
  const wasMerged = record.stamps.mergedInto !== undefined;
  return isKept(record) && !wasMerged && lacksSomething(record);
}
