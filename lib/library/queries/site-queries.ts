/** Reads of the library that listings need, and the extension's own pages do not. */
import type { States } from '@/lib/protocol/acknowledgement';
import type { TitledPapers } from '@/lib/protocol/paper';
import { fallbackIds, titleMatch } from '../identity/title-match';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import { isKept, stateOf } from '../store/record';
import { sortByCooccurrence } from './tag-cooccurrence';
import { readTagCounts } from './tag-counts';

export interface SiteQueries {
  /** Whether anything was decided about papers that are known only by their titles. */
  readonly hasUnidentified: () => Promise<boolean>;
  /** The states of those of these arXiv papers that are known so, by their arXiv ids. */
  readonly titleMatches: (papers: TitledPapers) => Promise<States>;
  /** All tags in use: first those that often occur together with `beside`, then the most used. */
  readonly rankTags: (beside: readonly string[]) => Promise<string[]>;
}

export function createSiteQueries(db: LibraryDatabase): SiteQueries {
  return {
    async hasUnidentified() {
      const unidentified = db.papers.where('id').startsWith('title:');
      return (await unidentified.filter(({ shelf }) => isKept(shelf)).first()) !== undefined;
    },

    titleMatches: (papers) =>
      db.transaction('r', db.papers, async () => {
        const titled = papers.map((paper) => ({ ...paper, authors: [], doi: null }));
        const ids = papers.map(({ id }) => id);
        const known = await getPapers(db, ids);
        const unidentified = await getPapers(db, titled.flatMap(fallbackIds));
        return Object.fromEntries(
          titled.flatMap((paper) => {
            const match = known.has(paper.id) ? null : titleMatch(paper, unidentified);
            return match ? [[paper.id, stateOf(match)]] : [];
          }),
        );
      }),

    async rankTags(beside) {
      const tags = await readTagCounts(db);
      return sortByCooccurrence(
        db,
        tags.map(({ tag }) => tag),
        beside,
      );
    },
  };
}
