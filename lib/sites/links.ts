/** Links to single papers, anywhere on the web. */
import { type PaperId, parseArxivId } from '@/lib/paper';

/**
 * Match patterns of such links. Wider than `paperAt`, as they cannot express what an id looks like.
 */
export const PAPER_LINK_PATTERNS: string[] = [
  ...['abs', 'pdf', 'html'].map((kind) => `*://*.arxiv.org/${kind}/*`),
  '*://huggingface.co/papers/*.*', // with a dot, unlike the listings of a day or month
  '*://hf.co/papers/*.*',
  '*://doi.org/10.48550/*', // arXiv's own DOIs: https://info.arxiv.org/help/doi.html
];

/** The paper that a URL leads to; `null` if it does not lead to one with an arXiv id. */
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
