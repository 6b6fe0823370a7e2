/** Follows the tables that lists are answered from, whichever page or worker writes them. */
import { liveQuery } from 'dexie';
import type { Chunk } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';

interface TableListeners {
  /** Gets all chunks first, then those that have changed. */
  readonly catalogue: (chunks: readonly Chunk[]) => void;
  readonly titles: () => void;
  /** The text index, or which papers are not in it. */
  readonly texts: () => void;
}

/** Each listener is called once at first, except `catalogue` in an empty library. */
export function followTables(db: LibraryDatabase, listeners: TableListeners) {
  let lastStamp = '';
  const titles = liveQuery(() =>
    db.transaction('r', db.titles, () => db.titles.orderBy('stamp').lastKey()),
  ).subscribe(listeners.titles);
  const texts = liveQuery(() =>
    db.transaction('r', db.segments, db.unindexed, async () => [
      await db.segments.toCollection().primaryKeys(),
      await db.unindexed.toArray(),
    ]),
  ).subscribe(listeners.texts);
  const catalogue = liveQuery(() =>
    db.transaction('r', db.catalogue, () => db.catalogue.where('stamp').above(lastStamp).toArray()),
  );
  const subscriptions = [titles, texts];
  const ready = new Promise<void>((resolve, reject) => {
    const subscription = catalogue.subscribe({
      next(changed) {
        for (const { stamp } of changed) if (stamp > lastStamp) lastStamp = stamp;
        if (changed.length > 0) listeners.catalogue(changed);
        resolve();
      },
      error: reject,
    });
    subscriptions.push(subscription);
  });
  return {
    /** Resolves when the catalogue has been read. */
    ready,
    stop(): void {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}
