/** The project's vocabulary: what a paper is, and what a user decides about it. Imports nothing. */

/**
 * The identity of a work, the same on every site: `arxiv:<id without version>` if it has an arXiv
 * id, else `doi:…`, else `title:<normalised title>`.
 */
export type PaperId = `arxiv:${string}` | `doi:${string}` | `title:${string}`;

/**
 * What pages say about a paper. Unknown values are `null`, or `[]` for lists.
 */
export interface Metadata {
  /** TeX source kept, white space collapsed. */
  readonly title: string;
  readonly abstract: string | null;
  /** In page order, as written. */
  readonly authors: readonly string[];
  /** The number of authors when the page lists fewer; else `null`. */
  readonly authorsTotal: number | null;
  /** arXiv categories, primary first. */
  readonly categories: readonly string[];
  readonly comments: string | null;
  readonly journalRef: string | null;
  /** DOI of the published version, in lower case; never one of arXiv's own DOIs. */
  readonly doi: string | null;
  /**
   * `YYYY-MM-DD`, first submitted or announced, whichever the page gives. Imported files may give
   * only `YYYY-MM` or `YYYY`.
   */
  readonly date: string | null;
  /** The version that the page links to, from 1. */
  readonly version: number | null;
  /** Hugging Face upvotes. */
  readonly upvotes: number | null;
  /** Hugging Face comment count. */
  readonly numComments: number | null;
  /** Hugging Face organisation. */
  readonly organization: string | null;
  /** The paper's code, as Hugging Face links it: see `webUrl`. */
  readonly codeUrl: string | null;
  /** The stars of that repository on GitHub, as Hugging Face counts them. */
  readonly codeStars: number | null;
  /** The project page, as Hugging Face links it: see `webUrl`. */
  readonly projectUrl: string | null;
  /** Hugging Face's summary, which a machine wrote: never an abstract. */
  readonly aiSummary: string | null;
  /** The version that title and abstract are of, from 1. */
  readonly textVersion: number | null;
  /** What title, abstract and authors were read from. */
  readonly textOrigin: TextOrigin;
  /**
   * Where the texts come from. arXiv's take precedence over Hugging Face's, which have lost their
   * TeX: docs/decisions/texts.md.
   */
  readonly source: Source;
}

/**
 * What texts can be read from, the least reliable first: a link, or a page whose texts may be a
 * translator's; an entry of a listing; the paper's own page or arXiv's API.
 */
export const TEXT_ORIGINS = ['doubtful', 'listing', 'paper'] as const;
export type TextOrigin = (typeof TEXT_ORIGINS)[number];

/** The sites that Winnow runs on. */
export const SITE_HOSTS = ['arxiv', 'huggingface'] as const;
export type SiteHost = (typeof SITE_HOSTS)[number];

/**
 * Where texts come from. `elsewhere` is an imported file, or a link on any page; texts from the sites
 * take precedence over it.
 */
export const SOURCES = [...SITE_HOSTS, 'elsewhere'] as const;
export type Source = (typeof SOURCES)[number];

/** A paper as a page shows it, or as a link to it tells. */
export interface Paper extends Metadata {
  readonly id: PaperId;
  /**
   * Set where the texts may be a translator's instead of the site's. They are good enough to be shown
   * and searched on the page. The library must keep none of them over what it knows: it takes the id
   * and what was decided, keeps its own texts, and looks up by id what it lacks. A title that it has to
   * keep meanwhile is a placeholder, which any other source replaces.
   */
  readonly isTranslated?: true | undefined;
}

export const STATUSES = ['unread', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

/** What the user decided about a paper; never changed by a page. */
export interface TriageState {
  readonly starred: boolean;
  readonly status: Status;
  readonly dismissed: boolean;
  /** Sorted alphabetically, without duplicates. */
  readonly tags: readonly string[];
  readonly note: string;
}

/** The state of a paper about which nothing has been decided. */
export const UNDECIDED: TriageState = Object.freeze({
  starred: false,
  status: 'unread',
  dismissed: false,
  tags: Object.freeze([]),
  note: '',
});

/** The status after this one: unread, reading, read, and unread again. */
export function nextStatus(status: Status): Status {
  return STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length] ?? 'unread';
}

/** Every field of a triage state. */
export const TRIAGE_FIELDS = Object.keys(UNDECIDED) as readonly (keyof TriageState)[];

/** Whether this field says that something was decided. */
export function isFieldDecided(state: TriageState, field: keyof TriageState): boolean {
  const value = state[field];
  return typeof value === 'object' ? value.length > 0 : value !== UNDECIDED[field];
}

/** Whether anything was decided about a paper: it is on the list, or dismissed. */
export function isDecided(state: TriageState): boolean {
  return TRIAGE_FIELDS.some((field) => isFieldDecided(state, field));
}

/** Metadata of a paper of which only the title is known. */
export const EMPTY_METADATA: Omit<Metadata, 'title' | 'source'> = Object.freeze({
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
  codeUrl: null,
  codeStars: null,
  projectUrl: null,
  aiSummary: null,
  textVersion: null,
  textOrigin: 'listing',
});

/** Every field of metadata. */
export const METADATA_FIELDS = [
  'title',
  ...Object.keys(EMPTY_METADATA),
  'source',
] as readonly (keyof Metadata)[];

/**
 * arXiv identifiers, new (`2410.11842`, since 2007-04) and old (`hep-th/9901001`, `math.AG/0309136`).
 * Source: https://info.arxiv.org/help/arxiv_identifier.html
 */
const ARXIV_ID =
  /^(?:(?<id>\d{4}\.\d{4,5})|(?<archive>[a-z-]+)(?:\.[A-Z]{2})?\/(?<number>\d{7}))(?:v(?<version>[1-9]\d*))?$/;

/**
 * Splits `2410.11842v2` into its id and version (from 1; `null` if absent); `null` if the text is
 * not an arXiv identifier. `math.AG/0309136` and `math/0309136` name the same work, which arXiv
 * writes without the subject class.
 */
export function parseArxivId(text: string): { id: PaperId; version: number | null } | null {
  const groups = ARXIV_ID.exec(text)?.groups;
  if (!groups) return null;
  const id = groups.id ?? `${groups.archive}/${groups.number}`;
  return { id: `arxiv:${id}`, version: groups.version ? Number(groups.version) : null };
}

/** Source: https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
const DOI = /(?:^|[\s/:])(10\.\d{4,9}\/[^\s"<>]+)/;
/**
 * The prefix under which arXiv gives each paper a DOI of its own:
 * https://info.arxiv.org/help/doi.html
 */
const ARXIV_DOI = /^10\.48550\//;

/**
 * The first DOI of a published version in a text or link, in lower case, since DOIs are
 * case-insensitive. `null` if there is none, and for arXiv's own DOIs.
 */
export function parseDoi(text: string): string | null {
  const doi =
    DOI.exec(text)?.[1]
      ?.replace(/[.,;]+$/, '')
      .toLowerCase() ?? null;
  return doi === null || ARXIV_DOI.test(doi) ? null : doi;
}

/** The arXiv identifier in a paper id, without version; `null` for papers not on arXiv. */
export function arxivIdOf(id: PaperId): string | null {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : null;
}

/** An id as people write it: `arXiv:2104.01234`, `doi:10.1000/182`; `null` for one made of the title. */
export function writtenId(id: PaperId): string | null {
  if (id.startsWith('title:')) return null;
  return id.replace(/^arxiv:/, 'arXiv:');
}

/** The URL that a DOI resolves at. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi)}`;
}

/**
 * The DOI under which the paper was published: from its id, or from the metadata; `null` if
 * unknown.
 */
export function doiOf({ id, meta }: { readonly id: PaperId; readonly meta: Metadata }) {
  return id.startsWith('doi:') ? id.slice('doi:'.length).toLowerCase() : (meta.doi ?? null);
}

/** The longest link that is kept, in UTF-16 code units. */
const LONGEST_URL = 2_000;

/**
 * A link from a page or a file in the form that browsers give it. `null` for what cannot be followed
 * safely: anything but `http` and `https`, and links with a user's name, which pass for another host.
 */
export function webUrl(text: string): string | null {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return null;
  const { href, username, password } = new URL(text);
  return username || password || href.length > LONGEST_URL ? null : href;
}

/** Where each host has the pages of arXiv's papers. */
const PAPER_PAGES: Readonly<Record<SiteHost, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  huggingface: 'https://huggingface.co/papers/',
};

/** Where to read the paper: its arXiv page, else its DOI's URL; `null` if neither is known. */
export function urlOf(id: PaperId): string | null {
  const arxivId = arxivIdOf(id);
  if (arxivId !== null) return PAPER_PAGES.arxiv + arxivId;
  return id.startsWith('doi:') ? doiUrl(id.slice('doi:'.length)) : null;
}

/** Like `urlOf`, but arXiv's papers are read on the host where the user is. */
export function pageUrlOf(id: PaperId, host: SiteHost): string | null {
  const arxivId = arxivIdOf(id);
  return arxivId === null ? urlOf(id) : PAPER_PAGES[host] + arxivId;
}
