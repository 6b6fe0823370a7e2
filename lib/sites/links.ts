/** Links to single papers, anywhere on the web. */
import { type PaperId, parseArxivId, type SiteHost } from '@/lib/paper';
import { arxivPatterns, arxivPlace, isArxivHost } from './arxiv-routes';

interface PaperLinks {
  /** Match patterns. Wider than `paperAt`, as they cannot express what an id looks like. */
  readonly patterns: readonly string[];
  readonly isOn: (hostname: string) => boolean;
  readonly paperAt: (url: URL) => PaperId | null;
}

/** For `paperAt`: the paper whose arXiv id the pattern captures in the path of a URL. */
function inPath(pattern: RegExp): PaperLinks['paperAt'] {
  return ({ pathname }) => parseArxivId(pattern.exec(pathname)?.[1] ?? '')?.id ?? null;
}

const ON_HOSTS = {
  arxiv: {
    patterns: (['paper', 'html', 'pdf'] as const).flatMap((page) => arxivPatterns(page, '*')),
    isOn: isArxivHost,
    paperAt: (url) => arxivPlace(url)?.paper?.id ?? null,
  },
  huggingface: {
    // With a dot, unlike the listings of a day or month.
    patterns: ['*://huggingface.co/papers/*.*', '*://hf.co/papers/*.*'],
    isOn: (hostname) => hostname === 'huggingface.co' || hostname === 'hf.co',
    paperAt: inPath(/^\/papers\/([^/]+)\/?$/),
  },
} satisfies Readonly<Record<SiteHost, PaperLinks>>;

/** arXiv's own DOIs: https://info.arxiv.org/help/doi.html */
const DOIS: PaperLinks = {
  patterns: ['*://doi.org/10.48550/*'],
  isOn: (hostname) => hostname === 'doi.org',
  paperAt: inPath(/^\/10\.48550\/arxiv\.(.+)$/i),
};

const LINKS: readonly PaperLinks[] = [...Object.values(ON_HOSTS), DOIS];

/**
 * Match patterns of such links. Wider than `paperAt`, as they cannot express what an id looks like.
 */
export const PAPER_LINK_PATTERNS: string[] = LINKS.flatMap(({ patterns }) => patterns);

/** The paper that a URL leads to; `null` if it does not lead to one with an arXiv id. */
export function paperAt(address: string): PaperId | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return LINKS.find(({ isOn }) => isOn(url.hostname))?.paperAt(url) ?? null;
}
