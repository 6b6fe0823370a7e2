/** What pages ask of the background about Zotero, and what it answers. */
import * as v from 'valibot';
import { NamedPaperSchema } from './command';
import { OperationIdSchema } from './operation-id';

/** Zotero saves so many within a second or two; what was sent is remembered after each batch. */
export const PAPERS_PER_BATCH = 25;

/** Papers that are sent at once. Sent again under the same name, Zotero takes them once. */
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
  /** Nobody listens. */
  | 'not-running'
  | 'time-out'
  /** Zotero does not speak this version of the protocol. */
  | 'version'
  | 'read-only'
  /** Zotero said that it failed. */
  | 'failed'
  /** An answer that is none of Zotero's. */
  | 'no-zotero'
  /** The papers were sent, and that could not be remembered. */
  | 'not-kept';

/** The message is a sentence for the user. */
export type ZoteroAnswer<T> =
  | (T & { readonly ok: true })
  | { readonly ok: false; readonly problem: ZoteroProblem; readonly message: string };

/** Whether a batch may have come to Zotero all the same: it is then sent again under its old name. */
export function mayHaveArrived(problem: ZoteroProblem): boolean {
  return problem === 'time-out' || problem === 'not-running' || problem === 'not-kept';
}
