/** Makes the indexes from the papers where they are missing or of an earlier form. */

import { CHUNK, rowOf } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { titleRowOf } from '../store/titles';
import { paperTables, putRows, putTitles } from './write-papers';

/** Goes up when what is kept of a paper in catalogue, titles or postings changes. */
const FORM = '1';

/** Later than no stamp, earlier than any. */
const UNSTAMPED = '0';

/**
 * To be called when the database is opened. Takes no time when nothing is to do. One transaction a chunk, so that commands come in between;
 * when it is broken off it begins anew.
 */
export async function rebuildIndexes(db: LibraryDatabase): Promise<void> {
  if ((await db.state.get('indexes'))?.value === FORM) return;
  const { segments, postings, vocabularies } = db;
  await db.transaction('rw', segments, postings, vocabularies, db.unindexed, async () => {
    await Promise.all([segments, postings, vocabularies, db.unindexed].map((one) => one.clear()));
  });
  for (let chunk = 0; await rebuildChunk(db, chunk); chunk += 1);
  await db.state.put({ key: 'indexes', value: FORM });
}

/** False when no numbers were given from this chunk on. */
async function rebuildChunk(db: LibraryDatabase, chunk: number): Promise<boolean> {
  return db.transaction('rw', [...paperTables(db)], async () => {
    const start = chunk * CHUNK;
    if (Number((await db.state.get('next-number'))?.value ?? 0) <= start) return false;
    const papers = await db.papers
      .where('num')
      .between(start, start + CHUNK)
      .toArray();
    const stamp = (await db.state.get('clock'))?.value ?? UNSTAMPED; // nothing new is decided here
    await db.catalogue.delete(chunk);
    await db.titles.delete(chunk);
    await putRows(db, papers.map(rowOf), stamp);
    await putTitles(db, papers.map(titleRowOf), stamp);
    if (papers.length > 0) {
      await db.unindexed.add({ nums: Uint32Array.from(papers, ({ num }) => num) });
    }
    return true;
  });
}
