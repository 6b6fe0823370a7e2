/** Links to single papers, wherever on the web they stand. */
import { type PaperId, parseArxivId } from '@/lib/paper';

/** Match patterns of such links. Wider than `paperInLink`: they cannot say what an id looks like. */
export const PAPER_LINK_PATTERNS: string[] = [
  ...['abs', 'pdf', 'html'].map((kind) => `*://*.arxiv.org/${kind}/*`),
  '*://huggingface.co/papers/*.*', // with a dot, unlike the lists of a day or month
  '*://hf.co/papers/*.*',
  '*://doi.org/10.48550/*', // the DOIs that arXiv gives: https://info.arxiv.org/help/doi.html
];

/** The paper that an address goes to; `null` where it is no address of one that has an arXiv id. */
export function paperAt(address: string): PaperId | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const id = pathPattern(hostname)?.exec(pathname)?.[1] ?? '';
  return parseArxivId(id)?.id ?? null;
}

function pathPattern(hostname: string): RegExp | null {
  if (/^(?:\w+\.)?arxiv\.org$/.test(hostname)) {
    return /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/;
  }
  if (hostname === 'huggingface.co' || hostname === 'hf.co') return /^\/papers\/([^/]+)\/?$/;
  return hostname === 'doi.org' ? /^\/10\.48550\/arxiv\.(.+)$/i : null;
}
