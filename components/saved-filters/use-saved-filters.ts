import { useSetting } from '@/components/design/use-setting';
import { triageActions } from '@/components/triage/use-triage';
import type { SavedFilters } from '@/lib/settings/saved-filters';
import { savedFilters } from '@/lib/settings/settings';
import { errorMessage } from '@/lib/util/error-message';

/** The saved filters, live; `undefined` until read. */
export function useSavedFilters(): SavedFilters | undefined {
  return useSetting(savedFilters)[0];
}

/** Replaces all saved filters. The toast shows `doneText` and offers undo. */
export async function saveFilters(filters: SavedFilters, doneText: string): Promise<void> {
  try {
    const before = await savedFilters.getValue();
    await savedFilters.setValue(filters);
    triageActions.sayDone(doneText, () => savedFilters.setValue(before));
  } catch (error) {
    triageActions.sayNotSaved(errorMessage(error));
  }
}
