import { useEffect, useState } from 'react';
import { triageActions } from '@/components/triage/use-triage';
import {
  getSavedFilters,
  type SavedFilters,
  setSavedFilters,
  watchSavedFilters,
} from '@/lib/settings/saved-filters';
import { errorMessage } from '@/lib/util/error-message';

/** The saved filters, live; `undefined` before they were read. */
export function useSavedFilters(): SavedFilters | undefined {
  const [filters, setFilters] = useState<SavedFilters>();
  useEffect(() => {
    const stop = watchSavedFilters(setFilters);
    void getSavedFilters().then(setFilters);
    return stop;
  }, []);
  return filters;
}

/** Makes these all the saved filters; the toast says so, and undoes it. */
export async function saveFilters(filters: SavedFilters, said: string): Promise<void> {
  try {
    const before = await getSavedFilters();
    await setSavedFilters(filters);
    triageActions.sayDone(said, () => setSavedFilters(before));
  } catch (error) {
    triageActions.sayNotSaved(errorMessage(error));
  }
}
