/** Collects what Winnow's own format contains besides papers. */
import type { Queries } from '@/lib/library/queries/queries';
import { readSettings } from '@/lib/settings/saved-settings';
import { savedFilters } from '@/lib/settings/settings';
import type { Extras } from './formats/winnow-write';

/** Reads the extras for some papers, or with `isWhole` those for a file of the whole library. */
export async function gatherExtras(
  queries: Pick<Queries, 'rulesAndTags' | 'writtenNotes'>,
  isWhole: boolean,
): Promise<Extras> {
  const [{ rules, tags }, notes] = await Promise.all([
    queries.rulesAndTags(),
    queries.writtenNotes(),
  ]);
  return { tags, notes, whole: isWhole ? { rules, ...(await readFiltersAndSettings()) } : null };
}

/** Reads what is stored outside the library's database. */
export async function readFiltersAndSettings() {
  const [filters, settings] = await Promise.all([savedFilters.getValue(), readSettings()]);
  return { filters, settings };
}
