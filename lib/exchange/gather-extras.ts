/** What a file in our own format holds beside the papers, as it is now. */
import type { Queries } from '@/lib/library/queries/queries';
import { getSavedFilters } from '@/lib/settings/saved-filters';
import { readSettings } from '@/lib/settings/saved-settings';
import type { Extras } from './formats/winnow-write';

/** `isWhole`: with all that is no paper, for a file of the whole library. */
export async function gatherExtras(
  queries: Pick<Queries, 'rest' | 'writtenNotes'>,
  isWhole: boolean,
): Promise<Extras> {
  const [{ rules, tags }, notes] = await Promise.all([queries.rest(), queries.writtenNotes()]);
  return { tags, notes, whole: isWhole ? { rules, ...(await storedOutsideLibrary()) } : null };
}

/** What is kept beside the library's database. */
export async function storedOutsideLibrary() {
  const [filters, settings] = await Promise.all([getSavedFilters(), readSettings()]);
  return { filters, settings };
}
