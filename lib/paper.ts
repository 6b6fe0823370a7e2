/** The words of the project: what a paper is, and what a user decides about it. Imports nothing. */

/**
 * Identity of one work, the same on every site: `arxiv:<id without version>` wherever an arXiv id
 * is known, else `doi:…`, else `title:<normalised title>`.
 */
export type PaperId = `arxiv:${string}` | `doi:${string}` | `title:${string}`;

/** What pages say about a paper. Never written by the user. Unknown is `null`, or `[]` for lists. */
export interface Metadata {
  /** TeX source kept, white space collapsed. */
  readonly title: string;
  readonly abstract: string | null;
  /** Names in page order, as written. */
  readonly authors: readonly string[];
  /** How many authors the paper has, where the page shows fewer than that; else `null`. */
  readonly authorsTotal: number | null;
  /** arXiv categories, primary first. */
  readonly categories: readonly string[];
  readonly comments: string | null;
  readonly journalRef: string | null;
  /** DOI of the published version, in lower case; arXiv's own DOIs are none. */
  readonly doi: string | null;
  /** `YYYY-MM-DD`: first submitted or announced, whichever the page tells. Files may tell `YYYY-MM` or `YYYY`. */
  readonly date: string | null;
  /** Version the page links to, from 1. */
  readonly version: number | null;
  /** Hugging Face upvotes. */
  readonly upvotes: number | null;
  /** Hugging Face comment count. */
  readonly numComments: number | null;
  /** Hugging Face organisation. */
  readonly organization: string | null;
  /** Where the texts come from. arXiv's win over Hugging Face's, which have their TeX removed. */
  readonly source: Source;
}

/** The sites whose pages Winnow knows. */
export const SITE_HOSTS = ['arxiv', 'huggingface'] as const;
export type SiteHost = (typeof SITE_HOSTS)[number];

/** Where texts come from. `elsewhere`: a file that was imported; any site's texts win over it. */
export const SOURCES = [...SITE_HOSTS, 'elsewhere'] as const;
export type Source = (typeof SOURCES)[number];

/** A paper as a page shows it. */
export interface Paper extends Metadata {
  readonly id: PaperId;
  readonly source: SiteHost;
}

export const STATUSES = ['unread', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

/** What the user decided about a paper. Never changed by a page. */
export interface TriageState {
  readonly starred: boolean;
  readonly status: Status;
  readonly dismissed: boolean;
  /** In the order of the alphabet, without doubles. */
  readonly tags: readonly string[];
  readonly note: string;
}

/** The state of every paper that nothing was decided about. */
export const UNDECIDED: TriageState = Object.freeze({
  starred: false,
  status: 'unread',
  dismissed: false,
  tags: Object.freeze([]),
  note: '',
});

/** Unread, reading, read, and around again. */
export function statusAfter(status: Status): Status {
  return STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length] ?? 'unread';
}

/** Whether anything was decided about a paper: it is on the list, or dismissed. */
export function isDecided({ starred, status, dismissed, tags, note }: TriageState): boolean {
  return starred || dismissed || status !== 'unread' || tags.length > 0 || note !== '';
}

/** Metadata of which nothing is known but the title. */
export const BARE: Omit<Metadata, 'title' | 'source'> = Object.freeze({
  abstract: null,
  authors: Object.freeze([]),
  authorsTotal: null,
  categories: Object.freeze([]),
  comments: null,
  journalRef: null,
  doi: null,
  date: null,
  version: null,
  upvotes: null,
  numComments: null,
  organization: null,
});

/**
 * arXiv identifiers, new (`2410.11842`, since 2007-04) and old (`hep-th/9901001`, `math.AG/0309136`).
 * Source: https://info.arxiv.org/help/arxiv_identifier.html
 */
const ARXIV_ID =
  /^(?:(?<id>\d{4}\.\d{4,5})|(?<archive>[a-z-]+)(?:\.[A-Z]{2})?\/(?<number>\d{7}))(?:v(?<version>[1-9]\d*))?$/;

/**
 * Splits `2410.11842v2` into its id and version; `null` when the text is no arXiv identifier.
 * `math.AG/0309136` and `math/0309136` name one work; arXiv itself writes it without the class.
 */
export function parseArxivId(text: string): { id: PaperId; version: number | null } | null {
  const groups = ARXIV_ID.exec(text)?.groups;
  if (!groups) return null;
  const id = groups.id ?? `${groups.archive}/${groups.number}`;
  return { id: `arxiv:${id}`, version: groups.version ? Number(groups.version) : null };
}

/** Source: https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
const DOI = /(?:^|[\s/:])(10\.\d{4,9}\/[^\s"<>]+)/;
/** Under this prefix arXiv gives every paper a DOI of its own: https://info.arxiv.org/help/doi.html */
const ARXIV_DOI = /^10\.48550\//;

/**
 * The first DOI of a published version in a text or link, in lower case: case does not count in
 * them. `null` without one, and for arXiv's own.
 */
export function parseDoi(text: string): string | null {
  const doi =
    DOI.exec(text)?.[1]
      ?.replace(/[.,;]+$/, '')
      .toLowerCase() ?? null;
  return doi === null || ARXIV_DOI.test(doi) ? null : doi;
}

/** The arXiv identifier in a paper id, without version; `null` for papers that are not on arXiv. */
export function arxivIdOf(id: PaperId): string | null {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : null;
}

/** Where a DOI leads. */
export function urlOfDoi(doi: string): string {
  return `https://doi.org/${encodeURI(doi)}`;
}

/** The DOI under which the paper is published: its id, or what pages tell. */
export function doiOf({ id, meta }: { readonly id: PaperId; readonly meta: Metadata }) {
  return id.startsWith('doi:') ? id.slice('doi:'.length).toLowerCase() : (meta.doi ?? null);
}

/** Where a person reads the paper: its arXiv page, else its DOI; `null` when neither is known. */
export function urlOf(id: PaperId): string | null {
  const arxivId = arxivIdOf(id);
  if (arxivId !== null) return `https://arxiv.org/abs/${arxivId}`;
  return id.startsWith('doi:') ? urlOfDoi(id.slice('doi:'.length)) : null;
}

/** As `urlOf`; for papers on arXiv their page on Hugging Face, when the user is there. */
export function pageUrlOf(id: PaperId, host: SiteHost): string | null {
  const arxivId = arxivIdOf(id);
  if (host === 'arxiv' || arxivId === null) return urlOf(id);
  return `https://huggingface.co/papers/${arxivId}`;
}
