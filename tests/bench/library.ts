/** Made-up libraries of any size, written straight into the browser's database. */
import type { Page } from '@playwright/test';

const PAPERS_AT_ONCE = 5_000;

/**
 * Makes these all the papers there are, with abstracts of so many words; the indexes are made when
 * the library is next opened.
 */
export async function seedLibrary(control: Page, papers: number, words = 160): Promise<void> {
  for (let start = 0; start < Math.max(papers, 1); start += PAPERS_AT_ONCE) {
    const end = Math.min(papers, start + PAPERS_AT_ONCE);
    await control.evaluate(writePapers, { start, end, words, isFirst: start === 0 });
  }
}

/** Waits until a page that is open has indexed the texts, and merged what it made of them. */
export async function indexed(control: Page): Promise<void> {
  while ((await control.evaluate(countUnindexed)) > 0) await control.waitForTimeout(500);
}

/** Runs in a page of the extension. */
async function countUnindexed(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('winnow');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
  const all = <T>(table: string) =>
    new Promise<T[]>((resolve) => {
      const request = database.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const [state] = [await all<{ key: string }>('state')];
  const entries = await all<{ nums: Uint32Array }>('unindexed');
  const segments = (await all('segments')).length;
  database.close();
  const isBuilt = state.some(({ key }) => key === 'indexes');
  const nums = new Set(entries.flatMap((entry) => [...entry.nums]));
  return isBuilt && nums.size < 64 && segments < 8 ? 0 : nums.size + 1;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly isFirst: boolean;
}

/** Runs in a page of the extension. Words are as frequent as in a language: few of them often. */
async function writePapers({ start, end, words, isFirst }: Stretch): Promise<void> {
  const syllables = 'ba con de el for gra hy in lo mi nor pre sta tion ver qua ri so tu wex'.split(
    ' ',
  );
  const vocabulary = 40_000;
  const known: string[] = [];
  const wordAt = (place: number): string => {
    known[place] ??= wordOf(place);
    return known[place];
  };
  const wordOf = (place: number): string => {
    let word = '';
    for (let left = place + 1; left > 0; left = Math.floor(left / syllables.length)) {
      word += syllables[left % syllables.length];
    }
    return word;
  };
  const TABLES = [
    ...['papers', 'operations', 'catalogue', 'titles', 'unindexed'],
    ...['segments', 'postings', 'vocabularies'],
  ];

  function paper(num: number) {
    let state = num * 7919 + 1;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const text = (length: number) =>
      Array.from({ length }, () => wordAt(Math.floor(vocabulary ** random()) - 1)).join(' ');
    const stamp = '0mworanpc-0000-0a1b2c3d';
    const isDismissed = num % 10 === 9;
    return {
      id: `arxiv:2611.${String(num).padStart(5, '0')}`,
      num,
      meta: {
        ...{ title: text(9), abstract: text(words), authors: [text(2), text(2), text(2)] },
        ...{ authorsTotal: null, comments: null, journalRef: null, organization: null },
        categories: ['cs.LG', 'cs.CL', 'math.AG', 'stat.ML'].filter(() => random() < 0.4),
        date: `${2010 + (num % 17)}-0${1 + (num % 9)}-1${num % 9}`,
        ...{ version: 1, upvotes: num % 7 ? null : num % 50, numComments: null, source: 'arxiv' },
      },
      triage: {
        ...{ starred: num % 3 === 0, status: num % 4 ? 'unread' : 'read', dismissed: isDismissed },
        ...{ tags: num % 4 ? [] : [`tag ${num % 40}`], note: '' },
      },
      ...{ deleted: false, added: 1_790_000_000_000 + num * 1_000 },
      stamps: { title: stamp, abstract: stamp, authors: stamp, starred: stamp },
      shelf: isDismissed ? 'dismissed' : 'list',
    };
  }

  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('winnow');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction([...TABLES, 'state'], 'readwrite');
    const state = transaction.objectStore('state');
    if (isFirst) for (const table of TABLES) transaction.objectStore(table).clear();
    for (let num = start; num < end; num += 1) transaction.objectStore('papers').put(paper(num));
    state.put({ key: 'next-number', value: String(end) });
    state.delete('indexes');
    transaction.onerror = () => reject(transaction.error);
    transaction.oncomplete = () => resolve();
  });
  database.close();
}
