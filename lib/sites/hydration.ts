/**
 * The JSON that Hugging Face embeds in its pages for its own scripts. It is untrusted, and after
 * navigation without a load it describes another page: so every value is validated, and only papers
 * found in the document are looked up.
 */

import { type Metadata, type PaperId, parseArxivId, webUrl } from '@/lib/paper';
import { parseJson } from '@/lib/text/parse-json';
import { collapseSpace } from '@/lib/text/white-space';
import { parseTimestampDay } from './dates';

/** What the JSON says about a paper. */
interface HydratedPaper {
  readonly title: string | null;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly upvotes: number | null;
  readonly numComments: number | null;
  readonly organization: string | null;
  readonly onlyHere: Pick<Metadata, 'codeUrl' | 'codeStars' | 'projectUrl' | 'aiSummary'>;
}

/** Looks up a paper; `null` if the JSON does not have it. */
export type Lookup = (id: PaperId) => HydratedPaper | null;

type Json = Readonly<Record<string, unknown>>;

/**
 * The papers of a listing. With a query, they are in `searchResults` and `dailyPapers` is absent.
 */
export function hydratedListing(document: Document, list: 'dailyPapers' | 'searchResults'): Lookup {
  return lookup(document, 'DailyPapers', ({ [list]: entries }) =>
    Array.isArray(entries) ? entries.map(asRecord) : [],
  );
}

/** The paper on a single paper's page. */
export function hydratedPage(document: Document): Lookup {
  return lookup(document, 'PaperContent', (props) => [props]);
}

/** Parses on first use. */
function lookup(
  document: Document,
  target: string,
  entriesIn: (props: Json) => readonly Json[],
): Lookup {
  let papers: Map<PaperId, HydratedPaper> | null = null;
  return (id) => {
    papers ??= byId(entriesIn(propsOf(document, target)));
    return papers.get(id) ?? null;
  };
}

/** What was parsed of elements: a page that changes is read often, and its JSON is long. */
const parsed = new WeakMap<Element, { readonly json: string; readonly props: Json }>();

function propsOf(document: Document, target: string): Json {
  const element = document.querySelector(`[data-target="${target}"][data-props]`);
  if (!element) return {};
  const json = element.getAttribute('data-props') ?? '';
  const before = parsed.get(element);
  if (before?.json === json) return before.props;
  const props = asRecord(parseJson(json));
  parsed.set(element, { json, props });
  return props;
}

function byId(entries: readonly Json[]): Map<PaperId, HydratedPaper> {
  const papers = new Map<PaperId, HydratedPaper>();
  for (const entry of entries) {
    const paper = asRecord(entry.paper);
    const id = parseArxivId(asText(paper.id) ?? '')?.id;
    if (id && !papers.has(id)) papers.set(id, readPaper(entry, paper));
  }
  return papers;
}

function readPaper(entry: Json, paper: Json): HydratedPaper {
  const organization = asRecord(paper.organization ?? entry.organization);
  return {
    title: asText(paper.title),
    abstract: asText(paper.summary),
    authors: Array.isArray(paper.authors) ? authorsIn(paper.authors) : [],
    date: parseTimestampDay(asText(paper.publishedAt) ?? ''),
    upvotes: asCount(paper.upvotes),
    numComments: asCount(entry.numComments),
    organization: asText(organization.fullname) ?? asText(organization.name),
    onlyHere: onlyHereIn(paper),
  };
}

/** What no other page tells of a paper. Listings may tell less than the paper's own page. */
function onlyHereIn(paper: Json): HydratedPaper['onlyHere'] {
  const codeUrl = asLink(paper.githubRepo);
  return {
    codeUrl,
    codeStars: codeUrl === null ? null : asCount(paper.githubStars),
    projectUrl: asLink(paper.projectPage),
    aiSummary: asText(paper.ai_summary),
  };
}

/** Authors that the page does not show are marked `hidden`. */
function authorsIn(authors: readonly unknown[]): string[] {
  const shown = authors.map(asRecord).filter((author) => author.hidden !== true);
  return shown.map((author) => asText(author.name)).filter((name) => name !== null);
}

function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** White space collapsed; `null` if nothing is left. */
function asText(value: unknown): string | null {
  return typeof value === 'string' ? collapseSpace(value) || null : null;
}

function asLink(value: unknown): string | null {
  return webUrl(asText(value) ?? '');
}

function asCount(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
