/** Requests about Zotero, and their answers. */
import * as v from 'valibot';
import { NamedPaperSchema } from './command';
import { OperationIdSchema } from './operation-id';

/** Zotero saves this many within a second or two; what was sent is noted after each batch. */
export const PAPERS_PER_BATCH = 25;

/** Papers that are sent at once. Sent again in the same session, Zotero takes them only once. */
export const ZoteroBatchSchema = v.object({
  session: OperationIdSchema,
  papers: v.pipe(v.array(NamedPaperSchema), v.minLength(1), v.maxLength(PAPERS_PER_BATCH)),
});
export type ZoteroBatch = v.InferOutput<typeof ZoteroBatchSchema>;

/** Where papers go, as Zotero names it. */
export interface ZoteroTarget {
  readonly library: string;
  /** `null`: into the library itself. */
  readonly collection: string | null;
  /** Whether anything can be put there. */
  readonly isEditable: boolean;
}

export type ZoteroProblem =
  /** The user has not permitted Winnow to reach Zotero. */
  | 'not-allowed'
  /** Nothing listens there. */
  | 'not-running'
  | 'time-out'
  /** Zotero does not speak this version of the protocol. */
  | 'version'
  | 'read-only'
  /** Zotero reported a failure. */
  | 'failed'
  /** Something else answered. */
  | 'no-zotero'
  /** The papers were sent, but that could not be noted. */
  | 'not-kept';

/** The message is a sentence for the user. */
export type ZoteroAnswer<T> =
  | (T & { readonly ok: true })
  | { readonly ok: false; readonly problem: ZoteroProblem; readonly message: string };

/** Whether a batch may have reached Zotero all the same: it is then sent again in the same session. */
export function mayHaveArrived(problem: ZoteroProblem): boolean {
  return problem === 'time-out' || problem === 'not-running' || problem === 'not-kept';
}
