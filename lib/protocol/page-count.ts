import * as v from 'valibot';
import { count } from './fields';

export const PageCountSchema = v.object({
  papers: count,
  /** Those that something was decided about. */
  decided: count,
});
/** The papers of one page. */
export type PageCount = v.InferOutput<typeof PageCountSchema>;
