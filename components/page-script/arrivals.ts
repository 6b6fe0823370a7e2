import { loadAbstracts } from '@/lib/page/abstracts';
import { loadStates } from '@/lib/page/saved-states';
import type { PageStore } from '@/lib/page/store';
import { loadTitleMatches } from '@/lib/page/title-matches';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import type { PaperId } from '@/lib/paper';
import { NoAnswer } from '@/lib/protocol/ask';
import type { Site } from '@/lib/sites/site';

interface Services {
  /** The background cannot be reached. */
  readonly noAnswer: () => void;
  /** The library cannot be read: told why. */
  readonly unreadable: (error: unknown) => void;
}

/** Papers as they come to the page: what is known of them is asked for, and the visit is told of. */
export interface Arrivals {
  /** The page was read: asks for the states of the papers that were not on it before. */
  readonly learn: () => void;
  /** Papers came into view: a new listing, or more of one, or a paper's own page. */
  readonly visit: (site: Site) => void;
  /** Asks for all states once more. */
  readonly learnAgain: () => void;
  /** Asks for the abstracts that the page lacks, where the user wants that. */
  readonly loadAbstracts: () => void;
  readonly stop: () => void;
}

export function createArrivals(store: PageStore, { noAnswer, unreadable }: Services): Arrivals {
  const known = new Set<PaperId>();
  /** Papers that came since a visit was last begun. */
  const arrived: PaperId[] = [];
  let underWay = new AbortController();

  const fetchLacking = () => {
    loadAbstracts(store, underWay.signal).catch(noAnswer);
  };

  return {
    learn() {
      const ids = new Set(store.getState().rows.map(({ id }) => id));
      const fresh = [...ids].filter((id) => !known.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) known.add(id);
      arrived.push(...fresh);
      loadStates(store, fresh).catch((error: unknown) => {
        for (const id of fresh) known.delete(id); // asked for again at the next reading
        if (error instanceof NoAnswer) noAnswer();
        else unreadable(error);
      });
    },
    visit(site) {
      const ids = arrived.splice(0);
      if (ids.length === 0) return;
      underWay.abort();
      underWay = new AbortController();
      // Read for a moment, a paper's own page counts as seen on every listing.
      const listing =
        site.kind === 'paper' ? null : listingName(site, new URL(document.location.href));
      if (listing !== null) loadVisits(store, listing, ids).catch(noAnswer);
      void loadTitleMatches(store, ids);
      reportVisit(document, listing, ids, underWay.signal);
      if (listing !== null) fetchLacking();
    },
    learnAgain: () => void loadStates(store, [...known]).catch(noAnswer),
    loadAbstracts: fetchLacking,
    stop: () => underWay.abort(),
  };
}
