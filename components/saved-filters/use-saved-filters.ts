import { useSetting } from '@/components/design/use-setting';
import { triageActions } from '@/components/triage/use-triage';
import type { SavedFilters } from '@/lib/settings/saved-filters';
import { savedFilters } from '@/lib/settings/settings';
import { errorMessage } from '@/lib/util/error-message';

/** The saved filters, live; `undefined` before they were read. */
export function useSavedFilters(): SavedFilters | undefined {
  return useSetting(savedFilters)[0];
}

/** Makes these all the saved filters; the toast says so, and undoes it. */
export async function saveFilters(filters: SavedFilters, said: string): Promise<void> {
  try {
    const before = await savedFilters.getValue();
    await savedFilters.setValue(filters);
    triageActions.sayDone(said, () => savedFilters.setValue(before));
  } catch (error) {
    triageActions.sayNotSaved(errorMessage(error));
  }
}
