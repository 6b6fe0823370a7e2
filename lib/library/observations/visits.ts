/**
 * Which papers the user has seen, and when they last visited a listing. These are no decisions: there is
 * nothing to undo, no stamp to merge by, and the oldest are forgotten when there are too many.
 */
import type { SeenBefore, Visit } from '@/lib/protocol/visit';
import type { LibraryDatabase } from '../store/database';
import { pruneOldest } from '../store/prune';
import { isQuotaError } from '../store/refusal';
import { formerListings } from './former-listings';

const PAPERS_KEPT = 20_000;
const LISTINGS_KEPT = 1_000;

export interface Visits {
  /**
   * Notes that the user is on a listing now; of a paper the first time is kept. Does nothing when the
   * disk is full: no decision is lost, the papers are merely new once more.
   */
  readonly visited: (visit: Visit) => Promise<void>;
  /** What is known of earlier visits to a listing, and of the papers on it. */
  readonly seenBefore: (visit: Visit) => Promise<SeenBefore>;
}

/** `now` gives milliseconds. */
export function createVisits(db: LibraryDatabase, now: () => number = Date.now): Visits {
  return {
    async visited({ listing, ids }) {
      try {
        await db.transaction('rw', db.seen, db.visits, async () => {
          const at = now();
          const unique = [...new Set(ids)];
          const known = await db.seen.bulkGet(unique);
          const fresh = unique.filter((_, index) => !known[index]);
          await db.seen.bulkAdd(fresh.map((id) => ({ id, at })));
          if (listing !== null) await db.visits.put({ listing, at });
          await pruneOldest(db.seen, PAPERS_KEPT);
          await pruneOldest(db.visits, LISTINGS_KEPT);
        });
      } catch (error) {
        if (!isQuotaError(error)) throw error;
      }
    },
    seenBefore: ({ listing, ids }) =>
      db.transaction('r', db.seen, db.visits, async () => {
        const names = listing === null ? [] : [listing, ...formerListings(listing)];
        const visits = await db.visits.bulkGet(names);
        const last = Math.max(0, ...visits.map((visit) => visit?.at ?? 0));
        const records = await db.seen.bulkGet([...new Set(ids)]);
        return {
          lastVisit: last || null,
          seen: records.flatMap((record) => (record ? [record.id] : [])),
        };
      }),
  };
}
