/** Between the page that imports and the worker that reads for it. */

import type { KnownPaper } from '@/lib/library/identity/known-papers';
import type { Imported } from '@/lib/protocol/imported';
import type { SavedPaper, SavedRest } from '@/lib/protocol/saved-library';
import type { Unreadable } from '../formats/found-paper';
import type { Encoding } from './decode';
import type { CopiedPage } from './pasted/copied-page';
import type { Format, Table } from './recognise';

/** What was found, for a first look. */
export interface Summary {
  readonly format: Format;
  /** `null`: it was pasted. */
  readonly encoding: Encoding | null;
  /** Different ones. */
  readonly papers: number;
  /** Those of them that are not in the library. */
  readonly fresh: number;
  /** Entries of papers that stand there more than once, beyond the first. */
  readonly repeated: number;
  readonly unreadable: number;
  /** Papers that lack a title or an abstract, and that arXiv can be asked for. */
  readonly incomplete: number;
  /** Papers that nothing is decided about, not even in the library. */
  readonly undecided: number;
  readonly table: Table | null;
  /** Of our own files alone. */
  readonly library: LibrarySummary | null;
}

/** What an import changes; those that come back too, or not: see `importLibrary`. */
export type Joining = 'merged' | 'returned';

/** How many of each become different. */
interface Extent {
  readonly papers: number;
  readonly rules: number;
  readonly colours: number;
}

/** What a file of ours holds beside the papers, and what it would change. */
export interface LibrarySummary {
  readonly rest: SavedRest;
  /** As the file has them, unchecked; `null`: none. */
  readonly settings: object | null;
  readonly extent: Readonly<Record<Joining, Extent>>;
}

/** What becomes different of a paper that is known. */
export interface RowChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly others: readonly RowChange[];
}

export type RowChange =
  | 'back'
  | 'trash'
  | 'star'
  | 'unstar'
  | 'dismiss'
  | 'undismiss'
  | 'status'
  | 'note'
  | 'facts';

/** A paper of the preview. */
export interface Row {
  readonly index: number;
  readonly place: number;
  readonly imported: Imported;
  /** What the library has of it; `null`: nothing. */
  readonly known: KnownPaper | null;
  /** Of our own files alone, where it is known. */
  readonly changes: Readonly<Record<Joining, RowChanges | null>> | null;
}

/** The last two: those that become different. */
export type View = 'all' | 'fresh' | 'known' | Joining;

/** What is done to all that are imported. */
export interface Choice {
  /** Those that are left out, by their indexes. */
  readonly without: readonly number[];
  /** A tag for all; empty: none. */
  readonly tag: string;
}

/** Why nothing can be imported. */
export type Failure = 'noText' | 'tooLarge' | 'unknown' | 'empty' | 'later';

export interface Progress {
  /** From 0 to 1. */
  readonly share: number;
  readonly papers: number;
}

export interface Reading {
  /** Reads a file, a text or a copied page. Told now and then how far it is. */
  readonly read: (
    source: Blob | string | CopiedPage,
    tell: (progress: Progress) => void,
  ) => Promise<Summary | Failure>;
  /** Reads a table again, with columns as the user says. */
  readonly readAgain: (
    fields: Table['fields'],
    tell: (progress: Progress) => void,
  ) => Promise<Summary | Failure>;
  /** Some of the papers, in their order. */
  readonly rows: (view: View, from: number, to: number) => Promise<readonly Row[]>;
  readonly unreadable: (from: number, to: number) => Promise<readonly Unreadable[]>;
  /** A part of what is to be imported; empty after the last. */
  readonly part: (choice: Choice, part: number) => Promise<readonly Imported[]>;
  /** The same of a file of ours. */
  readonly savedPart: (choice: Choice, part: number) => Promise<readonly SavedPaper[]>;
  /** Lets go of all that was read. */
  readonly close: () => void;
}
