import type { Metadata, Paper, PaperId, SiteHost } from '@/lib/paper';

/** The section of an arXiv list that an entry is in; `null` if the page does not say. */
export type Section = 'new' | 'cross' | 'replaced' | null;

/** A readable entry on a page. A paper may be in two rows. */
export interface Row {
  /** All elements of the entry, in page order (a `dt` and a `dd` on an arXiv list). */
  readonly elements: readonly [HTMLElement, ...HTMLElement[]];
  /** The box that holds only this entry, if any; hidden with it, to leave no gap. */
  readonly cell?: HTMLElement;
  /** Where the control goes: as the last child of `element`, or right after it. */
  readonly anchor: { readonly element: HTMLElement; readonly place: 'inside' | 'after' };
  /**
   * The element before whose text the page leaves free space, if there is one: the buttons go there,
   * and at the anchor only what is said beside them.
   */
  readonly gutter?: HTMLElement;
  readonly id: PaperId;
  /** As `Paper.title`; cheap, so it is read with the row. */
  readonly title: string;
  readonly section: Section;
  /** Reads the rest of the paper. Costly: call it only when needed. */
  readonly read: () => Paper;
}

/** An entry whose id or title could not be read. It is left alone, but counted. */
export interface Unreadable {
  readonly unreadable: HTMLElement;
}

/**
 * A selector for what holds each text on a row, or on a paper's own page; `null` where none does. It may
 * hold other words too, or only a part: matches are marked in what it has of the paper's text.
 */
export type TextPlaces = Readonly<
  Record<keyof Pick<Metadata, 'title' | 'authors' | 'categories' | 'abstract'>, string | null>
>;

export interface Site {
  /** Unique; also the base name of its fixture. */
  readonly id: string;
  readonly host: SiteHost;
  /** Key of the text that says what people call such a page, as in "on an arXiv list". */
  readonly name: string;
  /** `listing`: many papers to decide on. `paper`: a single paper, which is never collapsed. */
  readonly kind: 'listing' | 'paper';
  /** Where matches in a paper's texts are marked. */
  readonly texts: TextPlaces;
  /**
   * Texts that the page has but rows do not show to a reader, or not whole. Where these match, the row
   * says so, and an abstract can be unfolded.
   */
  readonly hides?: Readonly<Partial<Record<keyof TextPlaces, 'all' | 'part'>>>;
  /** Match patterns for the content script; may be wider than `isPage`. */
  readonly matches: readonly string[];
  /** Example URLs. A test checks that no other site claims them. */
  readonly examples: readonly string[];
  /** On a paper's own page: its latest version, from 1; `null` if the page does not say. */
  readonly latestVersion?: (document: Document) => number | null;
  readonly isPage: (url: URL) => boolean;
  /**
   * Names the listing at a URL as a reader thinks of it: the same whatever its day, and whatever part
   * of it is shown. Visits are kept under it, so it never changes. `null` on a paper's own page.
   */
  readonly listingOf: (url: URL) => string | null;
  /** Whether a document shows such a page, where it was copied or saved and has no URL. */
  readonly isShownBy: (document: Document) => boolean;
  /**
   * The entries in page order, found lazily so that a long page can be processed in slices. Pure:
   * only reads the document, and uses no browser API.
   */
  readonly rows: (document: Document) => Iterable<Row | Unreadable>;
}

/** For `isShownBy`: whether a document has an element that the selector matches. */
export function hasElement(selector: string): Site['isShownBy'] {
  return (document) => document.querySelector(selector) !== null;
}

/** Declares a site, checking its type. */
export function defineSite<const Name extends string>(
  site: Site & { readonly name: Name },
): Site & { readonly name: Name } {
  return site;
}
