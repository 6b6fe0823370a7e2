import { CARD_TEXTS, cardRows, listingShownBy } from './hf-cards';
import { isOnHuggingFace, isPaperSearch } from './huggingface';
import { hydratedListing } from './hydration';
import { defineSite } from './site';

/**
 * Trending papers. The text on a card is an AI-generated summary if there is one, else the
 * abstract; only the page's JSON tells which.
 */
export const hfTrending = defineSite({
  id: 'hf-trending',
  host: 'huggingface',
  name: 'siteHfTrending',
  kind: 'listing',
  texts: CARD_TEXTS,
  hides: { abstract: 'all', authors: 'all' },
  matches: ['https://huggingface.co/papers/trending*'],
  examples: ['https://huggingface.co/papers/trending', 'https://huggingface.co/papers/trending?q='],
  isPage: (url) =>
    isOnHuggingFace(url) && /^\/papers\/trending\/?$/.test(url.pathname) && !isPaperSearch(url),
  listingOf: () => '/papers/trending',
  isShownBy: (document) => listingShownBy(document) === 'trending',
  rows: (document) =>
    cardRows(document, {
      hydrated: hydratedListing(document, 'dailyPapers'),
      showsAbstract: false,
      showsComments: false,
    }),
});
