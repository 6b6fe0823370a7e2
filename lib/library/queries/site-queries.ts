/** Reads of the library that listings ask for, and pages of the extension do not. */
import type { States } from '@/lib/protocol/acknowledgement';
import type { Titled } from '@/lib/protocol/messages';
import { isKept, namesakeOf, nicknamesOf } from '../identity/title-match';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import { stateOf } from '../store/record';
import { readTagCounts } from './tag-counts';
import { byLikeness } from './tag-likeness';

export interface SiteQueries {
  /** Whether anything was decided about papers that are known by their titles alone. */
  readonly hasNameless: () => Promise<boolean>;
  /** The states of those of these papers of arXiv that are known so, by the ids given here. */
  readonly namesakes: (papers: readonly Titled[]) => Promise<States>;
  /** All tags in use: first those that often came with `beside`, then the most used. */
  readonly tagsBeside: (beside: readonly string[]) => Promise<string[]>;
}

export function createSiteQueries(db: LibraryDatabase): SiteQueries {
  return {
    async hasNameless() {
      const nameless = db.papers.where('id').startsWith('title:');
      return (await nameless.filter(isKept).first()) !== undefined;
    },

    namesakes: (papers) =>
      db.transaction('r', db.papers, async () => {
        const told = papers.map((paper) => ({ ...paper, authors: [], doi: null }));
        const ids = papers.map(({ id }) => id);
        const known = await getPapers(db, ids);
        const nicknamed = await getPapers(db, told.flatMap(nicknamesOf));
        return Object.fromEntries(
          told.flatMap((paper) => {
            const namesake = known.has(paper.id) ? null : namesakeOf(paper, nicknamed);
            return namesake ? [[paper.id, stateOf(namesake)]] : [];
          }),
        );
      }),

    async tagsBeside(beside) {
      const tags = await readTagCounts(db);
      return byLikeness(
        db,
        tags.map(({ tag }) => tag),
        beside,
      );
    },
  };
}
