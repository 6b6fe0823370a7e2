/**
 * Reads answers of arXiv's API: https://info.arxiv.org/help/api/user-manual.html#3-structure-of-the-api.
 * Workers have no DOMParser; this parser is strict, declares no entities and reads no DTD.
 */
import { SaxesParser } from 'saxes';
import { type PaperId, parseArxivId } from '@/lib/paper';

/** A paper as the API gives it. White space is collapsed; what is missing is `null` or `[]`. */
export interface ApiEntry {
  readonly id: PaperId;
  readonly version: number | null;
  readonly title: string | null;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  /** ISO time of the first version. */
  readonly published: string | null;
  /** ISO time of the newest version. */
  readonly updated: string | null;
  /** arXiv's categories, primary first. */
  readonly categories: readonly string[];
  readonly comment: string | null;
  readonly doi: string | null;
  readonly journalRef: string | null;
}

export type ParsedAtom =
  /** `error`: what the API says was wrong with the request. */
  | { readonly ok: true; readonly entries: readonly ApiEntry[]; readonly error: string | null }
  /** `cut-off`: the answer ends too early. */
  | { readonly ok: false; readonly reason: 'cut-off' | 'not-atom' };

/** In UTF-16 code units; a hundred papers come in about 400,000. */
const LONGEST_ANSWER = 20_000_000;

/** Feeds are four deep. The time that the parser takes grows with the square of the depth. */
const DEEPEST = 20;

const ATOM = 'http://www.w3.org/2005/Atom';

/** Errors come as entries with ids such as "…/api/errors#incorrect_id_format_for_…". */
const ERROR_ID = /^https?:\/\/arxiv\.org\/api\/errors/;

/** The categories include MSC and ACM classes such as "68T05" and "I.2.6", which begin differently. */
const CATEGORY = /^[a-z][a-z-]*(?:\.[A-Za-z-]+)?$/;

/** The texts of one entry, by the path of their element within it. */
type Texts = Map<string, string[]>;

/** Reads an answer. Never throws: what is no Atom feed, or not a whole one, is reported. */
export function parseAtom(xml: string): ParsedAtom {
  if (xml.length > LONGEST_ANSWER) return { ok: false, reason: 'not-atom' };
  const entries: Texts[] = [];
  const path: string[] = [];
  let texts: Texts | null = null;
  let text = '';
  let isWhole = false;

  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => parser.fail('A feed has no document type.'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (path.length === 0 && !(local === 'feed' && uri === ATOM)) parser.fail('This is no feed.');
    if (path.length === DEEPEST) parser.fail('This is too deep for a feed.');
    path.push(local);
    text = '';
    if (path.length === 2 && local === 'entry') texts = new Map();
    const term = attributes.term?.value;
    if (term !== undefined) add(texts, `${local}@term`, term);
  });
  const read = (part: string) => {
    text += part;
  };
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('closetag', () => {
    if (path.length > 2) add(texts, path.slice(2).join('/'), text);
    else if (path.length === 2 && texts) {
      entries.push(texts);
      texts = null;
    } else if (path.length === 1) isWhole = true;
    path.pop();
    text = '';
  });

  try {
    parser.write(xml);
    if (!isWhole && path.length > 0) return { ok: false, reason: 'cut-off' };
    parser.close();
  } catch {
    return { ok: false, reason: 'not-atom' };
  }
  const error = entries.find((entry) => ERROR_ID.test(first(entry, 'id') ?? ''));
  return {
    ok: true,
    entries: entries.flatMap(entryOf),
    error: error ? (first(error, 'summary') ?? 'no reason is given') : null,
  };
}

/** Nothing for entries that are not papers. */
function entryOf(texts: Texts): ApiEntry[] {
  const path = /^https?:\/\/arxiv\.org\/abs\/(.+)$/.exec(first(texts, 'id') ?? '')?.[1];
  const arxiv = path ? parseArxivId(path) : null;
  if (!arxiv) return [];
  const terms = [...all(texts, 'primary_category@term'), ...all(texts, 'category@term')];
  return [
    {
      ...arxiv,
      title: first(texts, 'title'),
      abstract: first(texts, 'summary'),
      authors: all(texts, 'author/name'),
      published: first(texts, 'published'),
      updated: first(texts, 'updated'),
      categories: [...new Set(terms)].filter((term) => CATEGORY.test(term)),
      comment: first(texts, 'comment'),
      doi: first(texts, 'doi'),
      journalRef: first(texts, 'journal_ref'),
    },
  ];
}

function add(texts: Texts | null, path: string, text: string): void {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (!texts || clean === '') return;
  const known = texts.get(path);
  if (known) known.push(clean);
  else texts.set(path, [clean]);
}

function all(texts: Texts, path: string): readonly string[] {
  return texts.get(path) ?? [];
}

function first(texts: Texts, path: string): string | null {
  return all(texts, path)[0] ?? null;
}
