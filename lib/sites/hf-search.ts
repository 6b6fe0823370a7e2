import { CARD_TEXTS, cardRows, listingShownBy } from './hf-cards';
import { isOnHuggingFace, isPaperSearch } from './huggingface';
import { hydratedListing } from './hydration';
import { defineSite } from './site';

/** Results of a paper search. */
export const hfSearch = defineSite({
  id: 'hf-search',
  host: 'huggingface',
  name: 'siteHfSearch',
  kind: 'listing',
  texts: CARD_TEXTS,
  hides: { abstract: 'part', authors: 'all' },
  matches: ['https://huggingface.co/papers*'],
  examples: [
    'https://huggingface.co/papers?q=attention%20models',
    'https://huggingface.co/papers/trending?q=attention',
    'https://huggingface.co/papers/month/2026-11?q=attention',
  ],
  isPage: (url) => isOnHuggingFace(url) && isPaperSearch(url),
  listingOf: ({ searchParams }) => `/papers?${searchParams.get('q')?.trim()}`,
  isShownBy: (document) => listingShownBy(document) === 'search',
  rows: (document) =>
    cardRows(document, {
      hydrated: hydratedListing(document, 'searchResults'),
      showsAbstract: true,
      showsComments: true,
    }),
});
