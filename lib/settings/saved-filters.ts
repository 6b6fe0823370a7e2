/** Filters of the reading list that the user gave a name. */
import * as v from 'valibot';
import { type SavedFilter, SavedFilterSchema } from '@/lib/protocol/saved-filter';

/** In the user's order. */
export type SavedFilters = readonly SavedFilter[];

/** Longer names are cut. */
export const NAME_LENGTH = 60;

/** Entries that cannot be read are left out. */
export const SavedFiltersSchema = v.pipe(
  v.array(v.unknown()),
  v.transform(
    (stored): SavedFilters =>
      stored.filter((one): one is SavedFilter => v.is(SavedFilterSchema, one)),
  ),
);
