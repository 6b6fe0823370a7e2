import { ARXIV_LISTINGS, type ArxivListing } from '@/lib/settings/arxiv-listings';
import { fold } from '@/lib/text/fold';

const ALL = Object.keys(ARXIV_LISTINGS) as readonly ArxivListing[];

/** The listings of arXiv with all these words in their code, in their name or in that of their archive. */
export function findListings(words: string): readonly ArxivListing[] {
  const wanted = fold(words).split(' ').filter(Boolean);
  return ALL.filter((code) => {
    const archive = ALL.find((one) => one === code.replace(/\..*/, ''));
    const names = [code, ARXIV_LISTINGS[code], archive && ARXIV_LISTINGS[archive]];
    const text = fold(names.join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
