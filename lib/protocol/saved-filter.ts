/** A filter of the reading list that the user gave a name: its shape, wherever it comes from. */
import * as v from 'valibot';
import { ListQuerySchema } from './list-query';

export const SavedFilterSchema = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.nonEmpty()),
  query: ListQuerySchema,
});
export type SavedFilter = v.InferOutput<typeof SavedFilterSchema>;
