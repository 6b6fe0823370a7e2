import type { Paper, PaperId, SiteHost } from '@/lib/paper';

/** What arXiv says of an entry's standing on a list; `null` where a page does not say. */
export type Section = 'new' | 'cross' | 'replaced' | null;

/** One readable entry on a page. The same paper may stand in two rows. */
export interface Row {
  /** All elements that the entry consists of, in page order (an arXiv list has `dt` and `dd`). */
  readonly elements: readonly [HTMLElement, ...HTMLElement[]];
  /** The box that holds the entry and nothing else, if any: hidden with it, or a gap would stay. */
  readonly cell?: HTMLElement;
  /** Where the control goes: as the last child of `element`, or right after it. */
  readonly anchor: { readonly element: HTMLElement; readonly place: 'inside' | 'after' };
  readonly id: PaperId;
  /** As `Paper.title`; cheap, read with the row. */
  readonly title: string;
  readonly section: Section;
  /** Reads the rest. Costly: call it when the paper is needed. */
  readonly read: () => Paper;
}

/** An entry whose id or title could not be read. It is left alone and counted. */
export interface Unreadable {
  readonly unreadable: HTMLElement;
}

export interface Site {
  /** Unique; also the stem of the fixture's file name. */
  readonly id: string;
  readonly host: SiteHost;
  /** What a person calls such a page, as in "on an arXiv list". */
  readonly name: string;
  /** `listing`: many papers to decide on. `paper`: one paper, whose page is never collapsed. */
  readonly kind: 'listing' | 'paper';
  /** Whether such a page holds abstracts that it does not show. */
  readonly hidesAbstracts?: true;
  /** Match patterns of the content script; may be wider than `isPage`. */
  readonly matches: readonly string[];
  /** Addresses of such pages. A test proves that no other site takes them. */
  readonly examples: readonly string[];
  /** On a paper's own page: the latest version there is, from 1; `null` where it does not say. */
  readonly latestVersion?: (document: Document) => number | null;
  readonly isPage: (url: URL) => boolean;
  /**
   * The entries in page order, found lazily so that a long page can be taken in slices.
   * Pure: reads the document, writes nothing, uses no browser API.
   */
  readonly rows: (document: Document) => Iterable<Row | Unreadable>;
}

/** Declares a site; only checks its type. */
export function defineSite(site: Site): Site {
  return site;
}
