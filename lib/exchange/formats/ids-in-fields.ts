/** Finds arXiv ids and DOIs in bibliography fields. */
import { arxivIdOf, parseArxivId } from '@/lib/paper';

/** arXiv's own DOIs: https://info.arxiv.org/help/doi.html */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/i;

/** In running text an id follows its name, or is in one of the usual URLs. */
const IN_TEXT =
  /(?:arxiv\s*:\s*|arxiv\.org\/(?:abs|pdf|html)\/|huggingface\.co\/papers\/|10\.48550\/arxiv\.|abs\/)((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?!\d)/i;

interface ArxivIdMatch {
  readonly arxivId: string;
  readonly version: number | null;
}

/** The arXiv id that a field is or contains. */
function findArxivId(text: string): ArxivIdMatch | null {
  const trimmed = text.trim();
  return toArxivId(trimmed) ?? toArxivId(IN_TEXT.exec(trimmed)?.[1] ?? '');
}

function toArxivId(text: string): ArxivIdMatch | null {
  const parsed = parseArxivId(text);
  const arxivId = parsed && arxivIdOf(parsed.id);
  return parsed && arxivId !== null ? { arxivId, version: parsed.version } : null;
}

/**
 * A field that is a DOI, optionally with a URL or `doi:` before it. Old DOIs contain `<` and `;`.
 */
const IS_DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** Parses a DOI in a field or URL, in lower case; `null` if there is none. */
function parseDoiField(text: string): string | null {
  const whole = IS_DOI.exec(text.trim())?.[1];
  const found = whole ?? /10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;]/.exec(text)?.[0];
  return found ? decodePercent(found).toLowerCase() : null;
}

/** Decodes `%2F` and the like; a malformed text is returned as it is. */
export function decodePercent(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

export interface PaperIds {
  readonly arxivId: string | null;
  /** The version on arXiv. */
  readonly version: number | null;
  readonly doi: string | null;
}

/**
 * Finds the ids of a paper: in its DOI field, and in fields that may contain an arXiv id, most
 * reliable first.
 */
export function findIds(doi: string, others: readonly string[]): PaperIds {
  const known = parseDoiField(doi);
  const ofArxiv = known === null ? null : toArxivId(ARXIV_DOI.exec(known)?.[1] ?? '');
  let found = ofArxiv;
  for (const text of others) found ??= findArxivId(text);
  return {
    arxivId: found?.arxivId ?? null,
    version: found?.version ?? null,
    doi: ofArxiv ? null : known,
  };
}

/**
 * The note, if it begins with the paper's own id, as written by Zotero; else empty, since it may
 * mention other papers.
 */
export function arxivNote(note: string): string {
  return /^\s*arxiv\s*:/i.test(note) ? note : '';
}
