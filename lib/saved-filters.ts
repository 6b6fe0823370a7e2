/** Filters of the reading list that the user gave a name; kept on this device. */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { STATUSES } from './paper';

const texts = v.pipe(v.array(v.string()), v.readonly());

const SavedFilterSchema = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.nonEmpty()),
  query: v.object({
    search: v.string(),
    shelf: v.picklist(['list', 'dismissed', 'trash']),
    starred: v.boolean(),
    statuses: v.pipe(v.array(v.picklist(STATUSES)), v.readonly()),
    tags: texts,
    sites: v.pipe(v.array(v.picklist(['arxiv', 'huggingface', 'elsewhere'])), v.readonly()),
    years: v.pipe(v.array(v.number()), v.readonly()),
    categories: texts,
    sort: v.picklist(['relevance', 'added', 'published', 'title', 'upvotes']),
  }),
});
export type SavedFilter = v.InferOutput<typeof SavedFilterSchema>;

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
