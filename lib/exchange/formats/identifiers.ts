/** arXiv ids and DOIs where bibliographies have them. */
import { arxivIdOf, parseArxivId } from '@/lib/paper';

/** As arXiv registers its own papers: https://info.arxiv.org/help/doi.html */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/i;

/** In running text an id has its name before it; the only other place is an address of arXiv's. */
const IN_TEXT =
  /(?:arxiv\s*:\s*|arxiv\.org\/(?:abs|pdf|html)\/|huggingface\.co\/papers\/|10\.48550\/arxiv\.|abs\/)((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?!\d)/i;

interface FoundId {
  readonly arxivId: string;
  readonly version: number | null;
}

/** The arXiv id that a field is, or has in it. */
function arxivIdIn(text: string): FoundId | null {
  const trimmed = text.trim();
  return idFrom(trimmed) ?? idFrom(IN_TEXT.exec(trimmed)?.[1] ?? '');
}

function idFrom(text: string): FoundId | null {
  const parsed = parseArxivId(text);
  const arxivId = parsed && arxivIdOf(parsed.id);
  return parsed && arxivId !== null ? { arxivId, version: parsed.version } : null;
}

/** A field that is a DOI, with or without an address or `doi:` before it. Old ones have `<` and `;` in them. */
const IS_DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** A DOI as written in a field or an address, in the form that we keep; `null` where it is none. */
function doiIn(text: string): string | null {
  const whole = IS_DOI.exec(text.trim())?.[1];
  const found = whole ?? /10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,;]/.exec(text)?.[0];
  return found ? decodePercent(found).toLowerCase() : null;
}

function decodePercent(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

export interface FoundIds {
  readonly arxivId: string | null;
  /** Of the paper on arXiv. */
  readonly version: number | null;
  readonly doi: string | null;
}

/** The ids of a paper: from the field of its DOI, and from those that may have an arXiv id, the surest first. */
export function idsIn(doi: string, others: readonly string[]): FoundIds {
  const known = doiIn(doi);
  const ofArxiv = known === null ? null : idFrom(ARXIV_DOI.exec(known)?.[1] ?? '');
  let found = ofArxiv;
  for (const text of others) found ??= arxivIdIn(text);
  return {
    arxivId: found?.arxivId ?? null,
    version: found?.version ?? null,
    doi: ofArxiv ? null : known,
  };
}

/** A note that is of the paper's own id, as Zotero writes it: others may speak of other papers. */
export function idNote(note: string): string {
  return /^\s*arxiv\s*:/i.test(note) ? note : '';
}
