/** A filter of the reading list that the user gave a name: its shape, wherever it comes from. */
import * as v from 'valibot';
import { STATUSES } from '@/lib/paper';

const texts = v.pipe(v.array(v.string()), v.readonly());

export const SavedFilterSchema = v.object({
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
