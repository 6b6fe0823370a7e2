/** Finds arXiv ids and DOIs in running text: bare, after "arXiv:" or "doi:", and in links. */
import { arxivIdOf, parseArxivId } from '@/lib/paper';
import { decodePercent } from '../formats/ids-in-fields';

export type Identifier =
  | { readonly kind: 'arxiv'; readonly arxivId: string; readonly version: number | null }
  /** In lower case. */
  | { readonly kind: 'doi'; readonly doi: string };

export interface IdentifierMatch {
  readonly identifier: Identifier;
  /** Its offset in the text. */
  readonly start: number;
}

/**
 * The archives with which ids began before 2007: https://info.arxiv.org/help/arxiv_identifier.html
 */
const ARCHIVES = [
  ...['acc-phys', 'adap-org', 'alg-geom', 'ao-sci', 'astro-ph', 'atom-ph', 'bayes-an', 'chao-dyn'],
  ...['chem-ph', 'cmp-lg', 'comp-gas', 'cond-mat', 'cs', 'dg-ga', 'funct-an', 'gr-qc', 'hep-ex'],
  ...['hep-lat', 'hep-ph', 'hep-th', 'math', 'math-ph', 'mtrl-th', 'nlin', 'nucl-ex', 'nucl-th'],
  ...['patt-sol', 'physics', 'plasm-ph', 'q-alg', 'q-bio', 'quant-ph', 'solv-int', 'supr-con'],
].join('|');

const NEW = String.raw`\d{4}\.\d{4,5}`;
const OLD = String.raw`(?:${ARCHIVES})(?:\.[A-Z]{2})?\/\d{7}`;
const VERSION = String.raw`(?:v[1-9]\d{0,2})?`;

/** URLs and DOIs are matched whole, so that numbers in them are not taken for ids. */
const TOKENS = new RegExp(
  [
    String.raw`(?<url>(?:https?:\/\/|www\.)[^\s<>"'\u201c\u201d\`|\\^{}]+|(?<![a-z.-])[a-z.-]{0,60}(?:arxiv\.org|huggingface\.co|hf\.co|alphaxiv\.org|doi\.org|ar5iv\.org)\/[^\s<>"'\`|\\^{}]+)`,
    String.raw`(?<doi>\b10\.\d{4,9}\/[^\s<>"'\u201c\u201d\`|\\^{}]+)`,
    String.raw`(?<named>\barxiv\s*[:.]?\s*(?<id>(?:${NEW}|${OLD}|[a-z-]{1,20}(?:\.[A-Z]{2})?\/\d{7})${VERSION})(?![\d]))`,
    String.raw`(?<![\w.\/-])(?<bare>(?:${NEW}|${OLD})${VERSION})(?![\d\w]|\.\d)`,
  ].join('|'),
  'gi',
);

/** In characters. Longer ones lead to no paper, and take long to parse. */
const MAX_TOKEN_LENGTH = 2_000;

/** All ids in a text, in their order and including repetitions. */
export function* findIdentifiers(text: string): Generator<IdentifierMatch> {
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKENS)) {
    if (token.length > MAX_TOKEN_LENGTH) continue;
    const { url, doi, id, bare } = groups;
    const identifier = url
      ? fromUrl(url)
      : doi
        ? fromDoi(doi)
        : id
          ? fromArxivId(id)
          : bare && isPlausible(bare)
            ? fromArxivId(bare)
            : null;
    if (identifier) yield { identifier, start: index };
  }
}

/** The paper that a URL leads to; `null` for other URLs. */
function fromUrl(address: string): Identifier | null {
  const whole = decodePercent(address);
  const [path = ''] = whole.split(/[?#]/);
  const doi = /(?:^|[/=:])(10\.\d{4,9}\/.+)$/.exec(path)?.[1];
  if (doi) return fromDoi(doi.replace(/\/(?:full|abstract|pdf|epdf|html|meta)\/?$/i, ''));
  const query = /[?&](?:id|arxiv|arxiv_id|id_list)=([^&#]+)/i.exec(whole)?.[1] ?? '';
  return fromPath(trimPunctuation(path)) ?? fromArxivId(trimPunctuation(query));
}

/**
 * Takes the last segments of a path that form an id: "/abs/2410.11842v2",
 * "/pdf/hep-th/9901001.pdf".
 */
function fromPath(path: string): Identifier | null {
  const clean = path.replace(/(?:\.(?:pdf|html?|ps|gz))+$/i, '').replace(/\/+$/, '');
  const parts = clean.split('/');
  for (let end = parts.length; end > 0; end--) {
    const one = (parts[end - 1] ?? '').replace(/^arxiv[:.]/i, '').replace(/\.pdf$/i, '');
    if (new RegExp(`^${NEW}${VERSION}$`).test(one) && isPlausible(one)) return fromArxivId(one);
    const two = `${parts[end - 2] ?? ''}/${one}`.replace(/^arxiv:/i, '');
    if (new RegExp(`^${OLD}${VERSION}$`).test(two)) return fromArxivId(two);
  }
  return null;
}

function fromDoi(text: string): Identifier | null {
  const doi = trimPunctuation(decodePercent(text));
  const ofArxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  if (ofArxiv) return fromArxivId(ofArxiv);
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? { kind: 'doi', doi: doi.toLowerCase() } : null;
}

function fromArxivId(text: string): Identifier | null {
  const lower = text.toLowerCase().replace(/\.[a-z]{2}\//, '/'); // math.AG/… is math/…
  const parsed = parseArxivId(lower);
  const arxivId = parsed && arxivIdOf(parsed.id);
  return parsed && arxivId !== null ? { kind: 'arxiv', arxivId, version: parsed.version } : null;
}

/**
 * Whether a decimal number can be an arXiv id: it begins with a year and month, from April 2007 on,
 * and has five decimals since 2015.
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

/** Removes trailing punctuation, and closing brackets without an opening one. */
function trimPunctuation(text: string): string {
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
