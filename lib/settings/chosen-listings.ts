/** The listings that the user reads, for links to today's papers. */
import * as v from 'valibot';
import { ARXIV_LISTINGS, type ArxivListing } from './arxiv-listings';

export const CHOSEN_LISTINGS: ChosenListings = { arxiv: ['cs.LG'], huggingface: true };

function isArxivListing(code: unknown): code is ArxivListing {
  return typeof code === 'string' && Object.hasOwn(ARXIV_LISTINGS, code);
}

/** Listings of arXiv that are unknown to this version are left out. */
export const ChosenListingsSchema = v.object({
  /** In the order of choice, each once. */
  arxiv: v.pipe(
    v.array(v.unknown()),
    v.transform((codes) => [...new Set(codes.filter(isArxivListing))]),
    v.readonly(),
  ),
  /** The daily papers of Hugging Face. */
  huggingface: v.boolean(),
});
export type ChosenListings = Readonly<v.InferOutput<typeof ChosenListingsSchema>>;
