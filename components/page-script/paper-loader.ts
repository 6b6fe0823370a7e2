import { loadAbstracts } from '@/lib/page/abstracts';
import { loadStates } from '@/lib/page/saved-states';
import type { PageStore } from '@/lib/page/store';
import { loadTitleMatches } from '@/lib/page/title-matches';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import type { PaperId } from '@/lib/paper';
import { NoAnswer } from '@/lib/protocol/ask';
import type { Site } from '@/lib/sites/site';

interface Services {
  /** Called when the background cannot be reached. */
  readonly checkContext: () => void;
  /** Called when it is known what was decided on these papers. */
  readonly onStates: (ids: readonly PaperId[]) => void;
  /** Called when the library cannot be read. */
  readonly onUnreadable: (error: unknown) => void;
}

/** Loads what is known about papers as they appear on the page, and reports visits. */
export interface PaperLoader {
  /** Loads the states of papers that are new on the page. */
  readonly loadNew: () => void;
  /** Records a visit: a new listing, more of one, or a paper's own page. */
  readonly recordVisit: (site: Site) => void;
  /** Loads all states again. */
  readonly reload: () => void;
  /** Loads missing abstracts, if the user has turned that on. */
  readonly loadAbstracts: () => void;
  readonly stop: () => void;
}

export function createPaperLoader(
  store: PageStore,
  { checkContext, onStates, onUnreadable }: Services,
): PaperLoader {
  const known = new Set<PaperId>();
  /** Papers that appeared since the last recorded visit. */
  const arrived: PaperId[] = [];
  let visiting = new AbortController();

  const loadMissing = () => {
    loadAbstracts(store, visiting.signal).catch(checkContext);
  };

  return {
    loadNew() {
      const ids = new Set(store.getState().rows.map(({ id }) => id));
      const fresh = [...ids].filter((id) => !known.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) known.add(id);
      arrived.push(...fresh);
      loadStates(store, fresh).then(
        () => onStates(fresh),
        (error: unknown) => {
          for (const id of fresh) known.delete(id); // retried when the page is next read
          if (error instanceof NoAnswer) checkContext();
          else onUnreadable(error);
        },
      );
    },
    recordVisit(site) {
      const ids = arrived.splice(0);
      if (ids.length === 0) return;
      visiting.abort();
      visiting = new AbortController();
      // A paper whose own page was read for a moment counts as seen on every listing.
      const listing = listingName(site, new URL(document.location.href));
      if (listing !== null) loadVisits(store, listing, ids).catch(checkContext);
      void loadTitleMatches(store, ids);
      reportVisit(document, listing, ids, visiting.signal);
      if (listing !== null) loadMissing();
    },
    reload: () => void loadStates(store, [...known]).catch(checkContext),
    loadAbstracts: loadMissing,
    stop: () => visiting.abort(),
  };
}
