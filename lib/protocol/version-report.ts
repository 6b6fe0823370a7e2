/** What pages say of papers' versions, and what they learn in return. */
import * as v from 'valibot';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from './limits';
import { PaperIdSchema } from './paper';

const VersionReportSchema = v.object({
  id: PaperIdSchema,
  /** The latest version that the page knows of. */
  version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
  /** The day on which the page lists it as replaced, `YYYY-MM-DD`; `null` where it does not. */
  replacedOn: v.nullable(v.pipe(v.string(), v.isoDate())),
});
/** What a page says of one paper's versions. */
export type VersionReport = v.InferOutput<typeof VersionReportSchema>;

export const VersionReportsSchema = v.pipe(
  v.array(VersionReportSchema),
  v.maxLength(LIMITS.idsPerRequest),
);

/** What a page shows, beyond its state, of a paper on the reading list. */
export interface PaperDetails {
  /** When it came onto the list, in milliseconds. */
  readonly added: number;
  /** A version that the user does not know yet; 0: there is one, but not known which. */
  readonly newVersion: number | null;
}

/** Details by paper id; only of papers on the reading list. */
export type Details = Readonly<Record<PaperId, PaperDetails>>;
