/** Filters of the reading list that the user gave a name; kept on this device. */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type SavedFilter, SavedFilterSchema } from '@/lib/protocol/saved-filter';

/** In the user's order. */
export type SavedFilters = readonly SavedFilter[];

/** Longer names are cut. */
export const NAME_LENGTH = 60;

const item = storage.defineItem<unknown>('local:savedFilters', { fallback: [] });

/** What is kept; entries that cannot be read are left out. */
function read(value: unknown): SavedFilters {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is SavedFilter => v.is(SavedFilterSchema, one));
}

export async function getSavedFilters(): Promise<SavedFilters> {
  return read(await item.getValue());
}

export async function setSavedFilters(filters: SavedFilters): Promise<void> {
  await item.setValue(filters);
}

/** Hears of changes made anywhere. Returns a function that stops it. */
export function watchSavedFilters(hear: (filters: SavedFilters) => void): () => void {
  return item.watch((value) => hear(read(value)));
}
