/** Visits of listings, and what was seen on earlier ones. */
import * as v from 'valibot';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from './limits';
import { PaperIdsSchema } from './paper';

export const VisitSchema = v.object({
  /** Names a listing for good, whatever its address is today; `null`: a paper's own page. */
  listing: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.listing))),
  ids: PaperIdsSchema,
});
export type Visit = v.InferOutput<typeof VisitSchema>;

export interface SeenBefore {
  /** When the user was last on this listing, in milliseconds; `null`: never, as far as is known. */
  readonly lastVisit: number | null;
  /** Those of the papers that were on a listing opened earlier. */
  readonly seen: readonly PaperId[];
}
