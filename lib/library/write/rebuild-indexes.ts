/** Rebuilds catalogue, titles and text index from the papers when they are missing or outdated. */

import { CHUNK, catalogueRowOf } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { titleRowOf } from '../store/titles';
import { paperTables, putCatalogueRows, putTitles } from './write-papers';

/** To be increased when what catalogue, titles or postings hold of a paper changes. */
const INDEX_VERSION = '4';

/** Sorts before all real stamps, after the empty one. */
const EARLIEST = '0';

/**
 * To be called when the database is opened. Runs one transaction a chunk, so that commands can run in
 * between. If interrupted, it starts again the next time.
 */
export async function rebuildIndexes(db: LibraryDatabase): Promise<void> {
  if ((await db.state.get('indexes'))?.value === INDEX_VERSION) return;
  const { segments, postings, vocabularies } = db;
  await db.transaction('rw', segments, postings, vocabularies, db.unindexed, async () => {
    await Promise.all([segments, postings, vocabularies, db.unindexed].map((one) => one.clear()));
  });
  for (let chunk = 0; await rebuildChunk(db, chunk); chunk += 1);
  await db.state.put({ key: 'indexes', value: INDEX_VERSION });
}

/** False past the last chunk with papers. */
async function rebuildChunk(db: LibraryDatabase, chunk: number): Promise<boolean> {
  return db.transaction('rw', [...paperTables(db)], async () => {
    const start = chunk * CHUNK;
    if (Number((await db.state.get('next-number'))?.value ?? 0) <= start) return false;
    const papers = await db.papers
      .where('num')
      .between(start, start + CHUNK)
      .toArray();
    const stamp = (await db.state.get('clock'))?.value ?? EARLIEST; // nothing changes, so the clock does not advance
    await db.catalogue.delete(chunk);
    await db.titles.delete(chunk);
    await putCatalogueRows(db, papers.map(catalogueRowOf), stamp);
    await putTitles(db, papers.map(titleRowOf), stamp);
    if (papers.length > 0) {
      await db.unindexed.add({ nums: Uint32Array.from(papers, ({ num }) => num) });
    }
    return true;
  });
}
