/** What the user saw on earlier visits; and that this is one, once the page was really looked at. */

import type { PaperId } from '@/lib/paper';
import { ask, askUntilAnswered, NoAnswer } from '@/lib/protocol/ask';
import type { Site } from '@/lib/sites/site';
import type { PageStore } from './store';

/** So long a page must be in view to count as visited, in milliseconds: a prefetched one is not. */
const LOOKED_AT_MS = 3_000;

/** Names a listing for good: without its day, and without which part of it is shown. */
export function listingName(site: Site, url: URL): string {
  const path = url.pathname.replace(/\/\d{4}(?:-W?\d{2}){0,2}(?=\/|$)/g, '');
  const query = url.searchParams.get('q') ?? url.searchParams.get('query');
  return `${site.id}:${path}${query ? `?${query}` : ''}`.slice(0, 1_000);
}

/**
 * Loads what is known of the papers from earlier visits.
 * @throws {NoAnswer} when the background cannot be reached.
 */
export async function loadVisits(
  store: PageStore,
  listing: string,
  ids: readonly PaperId[],
): Promise<void> {
  const { lastVisit, seen } = await askUntilAnswered('seenBefore', { listing, ids });
  store.setState(({ visits }) => ({
    visits: { lastVisit, seen: new Set([...visits.seen, ...seen]) },
  }));
}

/** Says that the listing, or with `null` a paper's own page, was visited as soon as the page was in view long enough. */
export function reportVisit(
  document: Document,
  listing: string | null,
  ids: readonly PaperId[],
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watching = new AbortController();
  const either = AbortSignal.any([signal, watching.signal]);
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      watching.abort();
      ask('visited', { listing, ids }).catch((error) => {
        if (!(error instanceof NoAnswer)) throw error; // the next visit is soon enough
      });
    }, LOOKED_AT_MS);
  };
  document.addEventListener('visibilitychange', look, { signal: either });
  signal.addEventListener('abort', () => clearTimeout(timer));
  look();
}
