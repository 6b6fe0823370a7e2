/** What a page says of the text that the user selected on it. */
import * as v from 'valibot';
import { LIMITS } from './limits';

/** Longer selections are cut anyway before they become a rule. */
export const SelectedWordsSchema = v.object({
  /** Whether there is a drawn formula in it. */
  hasFormula: v.boolean(),
  /** The longest run of words without one; empty where there are only formulas. */
  words: v.pipe(
    v.string(),
    v.transform((words) => words.slice(0, LIMITS.text)),
  ),
});
export type SelectedWords = Readonly<v.InferOutput<typeof SelectedWordsSchema>>;
