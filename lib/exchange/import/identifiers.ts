/** arXiv ids and DOIs in running text: bare, with "arXiv:" or "doi:" before them, and in links. */
import { arxivIdOf, parseArxivId } from '@/lib/paper';

export type Identifier =
  | { readonly kind: 'arxiv'; readonly arxivId: string; readonly version: number | null }
  /** In lower case. */
  | { readonly kind: 'doi'; readonly doi: string };

export interface PlacedIdentifier {
  readonly identifier: Identifier;
  /** Where it begins in the text. */
  readonly start: number;
}

/** Before 2007 ids began with one of these: https://info.arxiv.org/help/arxiv_identifier.html */
const ARCHIVES = [
  ...['acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an', 'chao-dyn'],
  ...['chem-ph', 'cmp-lg', 'comp-gas', 'cond-mat', 'cs', 'dg-ga', 'funct-an', 'gr-qc', 'hep-ex'],
  ...['hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph', 'mtrl-th', 'nlin', 'nucl-ex', 'nucl-th'],
  ...['patt-sol', 'physics', 'plasm-ph', 'q-alg', 'q-bio', 'quant-ph', 'solv-int', 'supr-con'],
].join('|');

const NEW = String.raw`\d{4}\.\d{4,5}`;
const OLD = String.raw`(?:${ARCHIVES})(?:\.[A-Z]{2})?\/\d{7}`;
const VERSION = String.raw`(?:v[1-9]\d{0,2})?`;

/** Addresses and DOIs are taken whole, so that no number in them is taken for an id. */
const TOKENS = new RegExp(
  [
    String.raw`(?<url>(?:https?:\/\/|www\.)[^\s<>"'\u201c\u201d\`|\\^{}]+|(?<![a-z.-])[a-z.-]{0,60}(?:arxiv\.org|huggingface\.co|hf\.co|alphaxiv\.org|doi\.org|ar5iv\.org)\/[^\s<>"'\`|\\^{}]+)`,
    String.raw`(?<doi>\b10\.\d{4,9}\/[^\s<>"'\u201c\u201d\`|\\^{}]+)`,
    String.raw`(?<named>\barxiv\s*[:.]?\s*(?<id>(?:${NEW}|${OLD}|[a-z-]{1,20}(?:\.[A-Z]{2})?\/\d{7})${VERSION})(?![\d]))`,
    String.raw`(?<![\w.\/-])(?<bare>(?:${NEW}|${OLD})${VERSION})(?![\d\w]|\.\d)`,
  ].join('|'),
  'gi',
);

/** Longer ones lead to no paper, and looking closely at them takes long. */
const LONGEST_TOKEN = 2_000;

/** All ids in a text, in their order; those that stand there twice are told twice. */
export function* identifiersIn(text: string): Generator<PlacedIdentifier> {
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKENS)) {
    if (token.length > LONGEST_TOKEN) continue;
    const { url, doi, id, bare } = groups;
    const identifier = url
      ? inAddress(url)
      : doi
        ? fromDoi(doi)
        : id
          ? arxiv(id)
          : bare && isPlausible(bare)
            ? arxiv(bare)
            : null;
    if (identifier) yield { identifier, start: index };
  }
}

/** The paper that an address leads to; `null` for other addresses. */
function inAddress(address: string): Identifier | null {
  const whole = decoded(address);
  const [path = ''] = whole.split(/[?#]/);
  const doi = /(?:^|[/=:])(10\.\d{4,9}\/.+)$/.exec(path)?.[1];
  if (doi) return fromDoi(doi.replace(/\/(?:full|abstract|pdf|epdf|html|meta)\/?$/i, ''));
  const query = /[?&](?:id|arxiv|arxiv_id|id_list)=([^&#]+)/i.exec(whole)?.[1] ?? '';
  return inPath(trimmed(path)) ?? arxiv(trimmed(query));
}

/** The last parts of a path that are an id: "/abs/2410.11842v2", "/pdf/hep-th/9901001.pdf". */
function inPath(path: string): Identifier | null {
  const clean = path.replace(/(?:\.(?:pdf|html?|ps|gz))+$/i, '').replace(/\/+$/, '');
  const parts = clean.split('/');
  for (let end = parts.length; end > 0; end--) {
    const one = (parts[end - 1] ?? '').replace(/^arxiv[:.]/i, '').replace(/\.pdf$/i, '');
    if (new RegExp(`^${NEW}${VERSION}$`).test(one) && isPlausible(one)) return arxiv(one);
    const two = `${parts[end - 2] ?? ''}/${one}`.replace(/^arxiv:/i, '');
    if (new RegExp(`^${OLD}${VERSION}$`).test(two)) return arxiv(two);
  }
  return null;
}

function fromDoi(text: string): Identifier | null {
  const doi = trimmed(decoded(text));
  const ofArxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  if (ofArxiv) return arxiv(ofArxiv);
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? { kind: 'doi', doi: doi.toLowerCase() } : null;
}

function arxiv(text: string): Identifier | null {
  const lower = text.toLowerCase().replace(/\.[a-z]{2}\//, '/'); // math.AG/… is math/…
  const parsed = parseArxivId(lower);
  const arxivId = parsed && arxivIdOf(parsed.id);
  return parsed && arxivId !== null ? { kind: 'arxiv', arxivId, version: parsed.version } : null;
}

/**
 * Whether a number with a point can be an arXiv id: it begins with year and month, from 2007-04 on,
 * and has five digits after the point since 2015.
 */
function isPlausible(text: string): boolean {
  const found = /^(\d{2})(\d{2})\.(\d{4,5})(?!\d)/.exec(text);
  if (!found) return true;
  const [year, month] = [Number(found[1]), Number(found[2])];
  const isLong = found[3]?.length === 5;
  return (
    month >= 1 && month <= 12 && (year > 7 || (year === 7 && month >= 4)) && isLong === year >= 15
  );
}

/** Without what ends a sentence, and without a bracket that was opened before. */
function trimmed(text: string): string {
  let end = text.replace(/[.,;:!?…*_]+$/, '');
  for (const [open, close] of ['()', '[]', '{}'] as const) {
    while (end.endsWith(close as string) && count(end, close) > count(end, open)) {
      end = end.slice(0, -1).replace(/[.,;:!?…]+$/, '');
    }
  }
  return end;
}

function count(text: string, character = ''): number {
  return text.split(character).length - 1;
}

function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
