import { CARD_TEXTS, cardRows, listingShownBy } from './hf-cards';
import { isOnHuggingFace, isPaperSearch } from './huggingface';
import { hydratedListing } from './hydration';
import { defineSite } from './site';

const LISTING =
  /^\/papers(?:\/date\/\d{4}-\d{2}-\d{2}|\/week\/\d{4}-W\d{2}|\/month\/\d{4}-\d{2})?\/?$/;

/** Daily, weekly and monthly papers. Their cards show no abstract, but the page's JSON has it. */
export const hfDaily = defineSite({
  id: 'hf-daily',
  host: 'huggingface',
  name: 'siteHfDaily',
  kind: 'listing',
  texts: CARD_TEXTS,
  hides: { abstract: 'all', authors: 'all' },
  matches: ['https://huggingface.co/papers*'],
  examples: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?date=2024-05-01',
    'https://huggingface.co/papers?q=',
    'https://huggingface.co/papers/date/2026-11-20',
    'https://huggingface.co/papers/week/2026-W47',
    'https://huggingface.co/papers/month/2026-11',
  ],
  isPage: (url) => isOnHuggingFace(url) && LISTING.test(url.pathname) && !isPaperSearch(url),
  listingOf: ({ pathname }) => `/papers/${/week|month/.exec(pathname) ?? 'date'}`,
  isShownBy: (document) => listingShownBy(document) === 'daily',
  rows: (document) =>
    cardRows(document, {
      hydrated: hydratedListing(document, 'dailyPapers'),
      showsAbstract: false,
      showsComments: true,
    }),
});
