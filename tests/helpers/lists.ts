/** What lists answer over a library in a test. */
import { expect } from 'vitest';
import { openList } from '@/lib/connections/lists';
import { re2Engine } from '@/lib/filter/re2-engine';
import { createListEngine } from '@/lib/library/lists/engine';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { createIndexer } from '@/lib/library/texts/indexer';
import type { PaperId } from '@/lib/paper';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';

/** The answer of an engine that is started for this question. */
export async function answer(
  db: LibraryDatabase,
  query: Partial<ListQuery> = {},
): Promise<ListAnswer> {
  const engine = createListEngine(db, re2Engine, () => {});
  const found = await engine.answer({ ...READING_LIST, ...query }, new AbortController().signal);
  engine.close();
  return found;
}

/** The ids of an answer's papers, in their order. */
export async function idsOf(db: LibraryDatabase, { nums }: ListAnswer): Promise<PaperId[]> {
  const papers = new Map((await db.papers.toArray()).map((paper) => [paper.num, paper.id]));
  return Array.from(nums, (num) => papers.get(num) as PaperId);
}

/** Indexes all texts, as a page does when there is time: a few papers at a time. */
export async function indexTexts(db: LibraryDatabase, maxBatch = 7): Promise<void> {
  const { runStep } = createIndexer(db, { minBatch: 1, maxBatch, pause: async () => {} });
  while (await runStep());
  expect(await db.unindexed.count()).toBe(0);
}

/** Waits until the page's lists are answered from what the library holds now. */
export async function listsFollow(db: LibraryDatabase): Promise<void> {
  const papers = await db.papers.toArray();
  const listed = papers.filter(({ shelf }) => shelf === 'list');
  const wanted = listed.map(({ num }) => num).sort();
  await new Promise<void>((resolve, reject) => {
    const list = openList({
      onFirstPage({ answer: { nums } }) {
        if ([...nums].sort().join() !== wanted.join()) return;
        list.close();
        resolve();
      },
      onError: reject,
    });
    list.setQuery(READING_LIST);
  });
}
