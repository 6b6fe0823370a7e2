/** The interface between the page that imports and the worker that reads for it. */

import type { KnownPaper } from '@/lib/library/identity/known-papers';
import type { Imported } from '@/lib/protocol/imported';
import type { SavedPaper, SavedRest } from '@/lib/protocol/saved-library';
import type { UnreadableEntry } from '../formats/parsed-paper';
import type { Encoding } from './decode';
import type { CopiedPage } from './pasted/copied-page';
import type { ImportFormat, Table } from './recognise';

/** An overview of what was read. */
export interface ImportSummary {
  readonly format: ImportFormat;
  /** `null` if it was pasted. */
  readonly encoding: Encoding | null;
  /** Without repetitions. */
  readonly papers: number;
  /** Those not in the library. */
  readonly fresh: number;
  /** How many entries repeat an earlier paper. */
  readonly repeated: number;
  readonly unreadable: number;
  /** Papers without a title or abstract that can be looked up on arXiv. */
  readonly incomplete: number;
  /** Papers without any decision, not even in the library. */
  readonly undecided: number;
  readonly table: Table | null;
  /** Only for our own files. */
  readonly library: LibrarySummary | null;
}

/**
 * How to import one of our own files: `returned` also restores what was deleted or undone since.
 * See `importLibrary`.
 */
export type ImportMode = 'merged' | 'returned';

/** How many of each would change. */
interface ChangeCounts {
  readonly papers: number;
  readonly rules: number;
  readonly colours: number;
}

/** What one of our own files contains besides papers, and what it would change. */
export interface LibrarySummary {
  readonly rest: SavedRest;
  /** Unvalidated; `null` if there are none. */
  readonly settings: object | null;
  readonly changeCounts: Readonly<Record<ImportMode, ChangeCounts>>;
}

/** What would change in a known paper. */
export interface PreviewChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly others: readonly PreviewChange[];
}

export type PreviewChange =
  | 'back'
  | 'trash'
  | 'star'
  | 'unstar'
  | 'dismiss'
  | 'undismiss'
  | 'status'
  | 'note'
  | 'facts';

/** A paper in the preview. */
export interface PreviewPaper {
  readonly index: number;
  readonly place: number;
  readonly imported: Imported;
  /** What the library knows of it; `null` if nothing. */
  readonly known: KnownPaper | null;
  /** Only for known papers in our own files. */
  readonly changes: Readonly<Record<ImportMode, PreviewChanges | null>> | null;
}

/** Which papers to show; the modes stand for those that they would change. */
export type PreviewView = 'all' | 'fresh' | 'known' | ImportMode;

/** What to import. */
export interface ImportChoice {
  /** The indexes of papers to leave out. */
  readonly excluded: readonly number[];
  /** Added to all papers; empty for none. */
  readonly tag: string;
}

/** Why nothing can be imported. */
export type ImportFailure = 'noText' | 'tooLarge' | 'unknown' | 'empty' | 'later';

export interface ImportProgress {
  /** From 0 to 1. */
  readonly share: number;
  readonly papers: number;
}

export interface ImportSession {
  /** Reads a file, a text or a copied page, reporting progress. */
  readonly read: (
    source: Blob | string | CopiedPage,
    report: (progress: ImportProgress) => void,
  ) => Promise<ImportSummary | ImportFailure>;
  /** Reads a table again, with columns assigned by the user. */
  readonly readWithColumns: (
    fields: Table['fields'],
    report: (progress: ImportProgress) => void,
  ) => Promise<ImportSummary | ImportFailure>;
  /** A range of the papers in a view, in their order. */
  readonly previewPapers: (
    view: PreviewView,
    from: number,
    to: number,
  ) => Promise<readonly PreviewPaper[]>;
  readonly unreadable: (from: number, to: number) => Promise<readonly UnreadableEntry[]>;
  /** A part of the papers to import, from 0; empty after the last. */
  readonly part: (choice: ImportChoice, part: number) => Promise<readonly Imported[]>;
  /** The same for one of our own files. */
  readonly savedPart: (choice: ImportChoice, part: number) => Promise<readonly SavedPaper[]>;
  /** Frees everything that was read. */
  readonly close: () => void;
}
