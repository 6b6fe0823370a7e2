/** Links to single papers, anywhere on the web. */
import { type PaperId, parseArxivId, type SiteHost } from '@/lib/paper';

interface PaperLinks {
  /** Match patterns. Wider than `path`, as they cannot express what an id looks like. */
  readonly patterns: readonly string[];
  readonly isOn: (hostname: string) => boolean;
  /** Captures what may be an arXiv id in the path of a URL. */
  readonly path: RegExp;
}

const ON_HOSTS = {
  arxiv: {
    patterns: ['abs', 'pdf', 'html'].map((kind) => `*://*.arxiv.org/${kind}/*`),
    isOn: (hostname) => /^(?:\w+\.)?arxiv\.org$/.test(hostname),
    path: /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/,
  },
  huggingface: {
    // With a dot, unlike the listings of a day or month.
    patterns: ['*://huggingface.co/papers/*.*', '*://hf.co/papers/*.*'],
    isOn: (hostname) => hostname === 'huggingface.co' || hostname === 'hf.co',
    path: /^\/papers\/([^/]+)\/?$/,
  },
} satisfies Readonly<Record<SiteHost, PaperLinks>>;

/** arXiv's own DOIs: https://info.arxiv.org/help/doi.html */
const DOIS: PaperLinks = {
  patterns: ['*://doi.org/10.48550/*'],
  isOn: (hostname) => hostname === 'doi.org',
  path: /^\/10\.48550\/arxiv\.(.+)$/i,
};

const LINKS: readonly PaperLinks[] = [...Object.values(ON_HOSTS), DOIS];

/**
 * Match patterns of such links. Wider than `paperAt`, as they cannot express what an id looks like.
 */
export const PAPER_LINK_PATTERNS: string[] = LINKS.flatMap(({ patterns }) => patterns);

/** The paper that a URL leads to; `null` if it does not lead to one with an arXiv id. */
export function paperAt(address: string): PaperId | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const path = LINKS.find(({ isOn }) => isOn(hostname))?.path;
  return parseArxivId(path?.exec(pathname)?.[1] ?? '')?.id ?? null;
}
