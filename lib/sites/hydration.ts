/**
 * The JSON that Hugging Face's pages carry for their own scripts. It comes from a page, and after
 * moving about without a load it is of another page: every value is checked, and only papers
 * that stand in the document are looked up in it.
 */

import { type PaperId, parseArxivId } from '@/lib/paper';
import { stampDay } from './dates';
import { collapse } from './text';

/** What the JSON tells of one paper. */
interface HydratedPaper {
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly upvotes: number | null;
  readonly numComments: number | null;
  readonly organization: string | null;
}

/** Finds a paper; `null` when the JSON does not tell of it. */
export type Lookup = (id: PaperId) => HydratedPaper | null;

type Json = Readonly<Record<string, unknown>>;

/** Papers of a listing. With a query, they are in `searchResults` and `dailyPapers` is no part. */
export function hydratedListing(document: Document, list: 'dailyPapers' | 'searchResults'): Lookup {
  return lookup(() => {
    const entries = propsOf(document, 'DailyPapers')[list];
    return Array.isArray(entries) ? entries.map(record) : [];
  });
}

/** The one paper of a paper's page. */
export function hydratedPage(document: Document): Lookup {
  return lookup(() => [propsOf(document, 'PaperContent')]);
}

/** Parses when first asked, and only then. */
function lookup(read: () => readonly Json[]): Lookup {
  let papers: Map<PaperId, HydratedPaper> | null = null;
  return (id) => {
    papers ??= byId(read());
    return papers.get(id) ?? null;
  };
}

function byId(entries: readonly Json[]): Map<PaperId, HydratedPaper> {
  const papers = new Map<PaperId, HydratedPaper>();
  for (const entry of entries) {
    const paper = record(entry.paper);
    const id = parseArxivId(string(paper.id) ?? '')?.id;
    if (id && !papers.has(id)) papers.set(id, readPaper(entry, paper));
  }
  return papers;
}

function readPaper(entry: Json, paper: Json): HydratedPaper {
  const organization = record(paper.organization ?? entry.organization);
  return {
    abstract: string(paper.summary),
    authors: Array.isArray(paper.authors) ? authorsIn(paper.authors) : [],
    date: stampDay(string(paper.publishedAt) ?? ''),
    upvotes: count(paper.upvotes),
    numComments: count(entry.numComments),
    organization: string(organization.fullname) ?? string(organization.name),
  };
}

/** Names that the page does not show are marked `hidden`. */
function authorsIn(authors: readonly unknown[]): string[] {
  const shown = authors.map(record).filter((author) => author.hidden !== true);
  return shown.map((author) => string(author.name)).filter((name) => name !== null);
}

function propsOf(document: Document, target: string): Json {
  const element = document.querySelector(`[data-target="${target}"][data-props]`);
  try {
    return record(JSON.parse(element?.getAttribute('data-props') ?? ''));
  } catch {
    return {};
  }
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** White space collapsed; `null` when nothing is left. */
function string(value: unknown): string | null {
  return typeof value === 'string' ? collapse(value) || null : null;
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
