import { describe, expect, test } from 'vitest';
import { formerListings } from '@/lib/library/observations/former-listings';
import { listingName } from '@/lib/page/visits';
import { SITES, siteFor } from '@/lib/sites';
import type { Site } from '@/lib/sites/site';

/** As it was until listings were named by their sites. */
function formerName(site: Site, url: URL): string {
  const path = url.pathname.replace(/\/\d{4}(?:-W?\d{2}){0,2}(?=\/|$)/g, '');
  const query = url.searchParams.get('q') ?? url.searchParams.get('query');
  return `${site.id}:${path}${query ? `?${query}` : ''}`.slice(0, 1_000);
}

/** Addresses that had no name of their own: one stood for many listings, or they were not known. */
const UNNAMED = /^\/list\/?$|^\/search\/advanced|^\/a\/.*\.html$/;

const MORE = [
  'https://arxiv.org/list/cs.LG/pastweek?show=250',
  'https://arxiv.org/list/hep-th/new',
  'https://arxiv.org/search/?query=graphs&start=50',
  'https://arxiv.org/search/?query=graph+of+%22words%22&searchtype=title',
  'https://huggingface.co/papers/month/2026-11?q=a%20b',
];

describe('the names that earlier versions gave', () => {
  const addresses = [...SITES.flatMap((site) => site.examples), ...MORE];
  test.each(addresses)('of %s', (address) => {
    const url = new URL(address);
    const site = siteFor(url) as Site;
    const name = listingName(site, url);
    if (name === null) return; // a paper's own page
    if (UNNAMED.test(url.pathname)) return;
    expect([name, ...formerListings(name)]).toContain(formerName(site, url));
  });
});

test('of a listing are never those of another', () => {
  const listings = SITES.flatMap((site) =>
    site.examples.flatMap((example) => listingName(site, new URL(example)) ?? []),
  );
  const owners = new Map<string, string>();
  for (const listing of new Set(listings)) {
    for (const name of [listing, ...formerListings(listing)]) {
      expect(owners.get(name) ?? listing, name).toBe(listing);
      owners.set(name, listing);
    }
  }
});
