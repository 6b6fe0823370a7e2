/** What the user saw on earlier visits, and reporting this one once the page was really looked at. */
import type { PaperId } from '@/lib/paper';
import { ask, NoAnswer, read } from '@/lib/protocol/ask';
import { LIMITS } from '@/lib/protocol/limits';
import type { Site } from '@/lib/sites/site';
import type { PageStore } from './store';

/** How long a page must be visible to count as visited, in milliseconds: prefetched ones never are. */
const LOOKED_AT_MS = 3_000;

/** Identifies the listing at a URL for good; `null` on a paper's own page. */
export function listingName(site: Site, url: URL): string | null {
  const listing = site.listingOf(url);
  return listing === null ? null : `${site.id}:${listing}`.slice(0, LIMITS.listing);
}

/**
 * Loads what is known of the papers from earlier visits.
 * @throws {NoAnswer} if the background cannot be reached.
 */
export async function loadVisits(
  store: PageStore,
  listing: string,
  ids: readonly PaperId[],
): Promise<void> {
  const { lastVisit, seen } = await read('seenBefore', { listing, ids });
  store.setState(({ visits }) => ({
    visits: { lastVisit, seen: new Set([...visits.seen, ...seen]) },
  }));
}

/** Reports a visit of a listing, or with `null` of a paper's own page, once it was visible long enough. */
export function reportVisit(
  document: Document,
  listing: string | null,
  ids: readonly PaperId[],
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watching = new AbortController();
  const either = AbortSignal.any([signal, watching.signal]);
  const restart = () => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      watching.abort();
      ask('visited', { listing, ids }).catch((error) => {
        if (!(error instanceof NoAnswer)) throw error; // the next visit is soon enough
      });
    }, LOOKED_AT_MS);
  };
  document.addEventListener('visibilitychange', restart, { signal: either });
  signal.addEventListener('abort', () => clearTimeout(timer));
  restart();
}
