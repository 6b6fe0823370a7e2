/** What the readers and writers of formats have in common. */
import type { PaperRecord } from '@/lib/library/store/record';
import type { Metadata, TriageState } from '@/lib/paper';

/** One paper as a file or a text tells of it. Unknown is `null`, `[]`, or left out of `triage`. Not validated yet. */
export interface FoundPaper extends Omit<Metadata, 'title' | 'source' | 'doi'> {
  /** `null` where only an id is known: looked up later. TeX kept, white space collapsed. */
  readonly title: string | null;
  /** Without version; `null` for none. A DOI `10.48550/arXiv.<id>` counts as an arXiv id. */
  readonly arxivId: string | null;
  /** Of the published version, lower case, without `https://doi.org/`. */
  readonly doi: string | null;
  readonly triage: Partial<TriageState> & { readonly added?: number }; // added: ms since 1970
  /** Where it stands: line from 1 for texts, record from 1 for JSON and CSV. */
  readonly place: number;
}

/** Something that could not be read. */
export interface Unreadable {
  readonly place: number;
  readonly excerpt: string;
  readonly why: string; // for the user, through t()
}

export type Found = { readonly paper: FoundPaper } | { readonly unreadable: Unreadable };

/** Readers are generators, so that long files can be read in slices, shown with progress and cancelled. They never throw for bad content: they yield `unreadable`. */
export type Reader = (text: string) => Iterable<Found>;

/** Writers give pieces of text, to be put in a Blob. */
export type Writer = (papers: Iterable<PaperRecord>) => Iterable<string>;
