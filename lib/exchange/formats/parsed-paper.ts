/** Types shared by the readers and writers of formats. */
import type { PaperRecord } from '@/lib/library/store/record';
import type { Metadata, TriageState } from '@/lib/paper';

/**
 * A paper as found in a file or text, not yet validated. Unknown values are `null`, `[]`, or left
 * out of `triage`.
 */
export interface ParsedPaper extends Omit<Metadata, 'title' | 'source' | 'doi'> {
  /** `null` if only an id is known; it is looked up later. TeX kept, white space collapsed. */
  readonly title: string | null;
  /** Without version; `null` if there is none. Also derived from a DOI `10.48550/arXiv.<id>`. */
  readonly arxivId: string | null;
  /** Of the published version, in lower case, without `https://doi.org/`. */
  readonly doi: string | null;
  /** Only what is known; `added` is in milliseconds since 1970. */
  readonly triage: Partial<TriageState> & { readonly added?: number };
  /** Its position: the line in texts, the record in JSON and CSV, both from 1. */
  readonly place: number;
}

/** An entry that could not be read. */
export interface UnreadableEntry {
  readonly place: number;
  readonly excerpt: string;
  readonly reason: string; // worded for the user
}

export type ParseResult =
  | { readonly paper: ParsedPaper }
  | { readonly unreadable: UnreadableEntry };

/**
 * Readers are generators, so that long files can be read in slices, with progress, and cancelled.
 * They never throw for malformed content, but yield `unreadable`.
 */
export type Reader = (text: string) => Iterable<ParseResult>;

/** Writers yield pieces of text. */
export type Writer = (papers: Iterable<PaperRecord>) => Iterable<string>;
