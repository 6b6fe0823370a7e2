/** What earlier versions called listings: they told addresses apart that are one listing to a reader. */

const NEWEST = ['new', 'recent', 'pastweek', 'current'];

/** The names under which visits of this listing may have been kept, other than its own. */
export function formerListings(listing: string): string[] {
  const colon = listing.indexOf(':');
  const [site, name] = [listing.slice(0, colon), listing.slice(colon + 1)];
  return formerNames(site, name).map((former) => `${site}:${former}`);
}

function formerNames(site: string, name: string): string[] {
  switch (site) {
    case 'arxiv-list': {
      if (name.startsWith('/')) return []; // authors, months and years have their names still
      return [...NEWEST.map((part) => `/list/${name}/${part}`), `/catchup/${name}`];
    }
    case 'arxiv-search': {
      const [path = '', asked] = name.split('?');
      const query = new URLSearchParams(asked).get('query');
      return query ? [`${path}?${query}`, `${path}/?${query}`] : [];
    }
    case 'hf-daily':
      return name === '/papers/date' ? ['/papers'] : [];
    case 'hf-search': {
      const query = name.slice(name.indexOf('?'));
      return [`/papers/trending${query}`, `/papers/month${query}`];
    }
    default:
      return [];
  }
}
