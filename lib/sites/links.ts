/** Links to single papers, anywhere on the web. */
import { type PaperId, parseArxivId, parseDoi, type SiteHost } from '@/lib/paper';
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

/** Of arXiv's papers: its other formats, its source, what it was cited as. */
const OTHER_FORMS = inPath(/^\/(?:format|ps|dvi|src|e-print|bibtex)\/(.+?)\/?$/);

const ON_HOSTS = {
  arxiv: {
    patterns: (['paper', 'html', 'pdf'] as const).flatMap((page) => arxivPatterns(page, '*')),
    isOn: isArxivHost,
    paperAt: (url) => arxivPlace(url)?.paper?.id ?? OTHER_FORMS(url),
  },
  huggingface: {
    // With a dot, unlike the listings of a day or month.
    patterns: ['*://huggingface.co/papers/*.*', '*://hf.co/papers/*.*'],
    isOn: (hostname) => hostname === 'huggingface.co' || hostname === 'hf.co',
    paperAt: inPath(/^\/papers\/([^/]+)\/?$/),
  },
} satisfies Readonly<Record<SiteHost, PaperLinks>>;

/** Other sites about arXiv's papers. */
const ELSEWHERE: readonly PaperLinks[] = [
  {
    patterns: ['*://*.alphaxiv.org/*'],
    isOn: (hostname) => /^(?:www\.)?alphaxiv\.org$/.test(hostname),
    // Its pages in other languages begin with the language's code.
    paperAt: inPath(
      /^\/(?:[a-z]{2}\/)?(?:abs|pdf|html|overview|resources)\/(.+?)(?:\.(?:pdf|md))?\/?$/,
    ),
  },
  {
    // Leads to ar5iv.labs.arxiv.org, one of arXiv's hosts.
    patterns: ['*://*.ar5iv.org/*'],
    isOn: (hostname) => /^(?:www\.)?ar5iv\.org$/.test(hostname),
    paperAt: inPath(/^\/(?:html|abs|pdf)\/(.+?)\/?$/),
  },
  {
    patterns: ['*://scirate.com/arxiv/*'],
    isOn: (hostname) => /^(?:www\.)?scirate\.com$/.test(hostname),
    paperAt: inPath(/^\/arxiv\/(.+?)\/?$/),
  },
];

/** arXiv's own DOIs name papers of arXiv: https://info.arxiv.org/help/doi.html */
const DOIS: PaperLinks = {
  patterns: ['*://doi.org/10.*', '*://dx.doi.org/10.*'],
  isOn: (hostname) => /^(?:dx\.|www\.)?doi\.org$/.test(hostname),
  paperAt(url) {
    const arxiv = inPath(/^\/10\.48550\/arxiv\.(.+?)\/?$/i)(url);
    const doi = parseDoi(decoded(url.pathname));
    return arxiv ?? (doi === null ? null : `doi:${doi}`);
  },
};

const LINKS: readonly PaperLinks[] = [...Object.values(ON_HOSTS), ...ELSEWHERE, DOIS];

/**
 * Match patterns of such links. Wider than `paperAt`, as they cannot express what an id looks like.
 */
export const PAPER_LINK_PATTERNS: string[] = LINKS.flatMap(({ patterns }) => patterns);

/** The paper that a URL leads to; `null` if it does not lead to a paper, or has no id of one. */
export function paperAt(address: string): PaperId | null {
  const url = webAddress(address);
  return url && paperOn(url);
}

function paperOn(url: URL): PaperId | null {
  return LINKS.find(({ isOn }) => isOn(url.hostname))?.paperAt(url) ?? null;
}

/**
 * The paper that a link on a page leads to, directly or by way of a redirect that has the address as a
 * parameter, as search engines and mailings use; `null` if none.
 */
export function paperLinkedTo(address: string): PaperId | null {
  const url = webAddress(address);
  if (!url) return null;
  const direct = paperOn(url);
  if (direct) return direct;
  for (const value of url.searchParams.values()) {
    const target = paperAt(isBing(url) ? bingTarget(value) : value);
    if (target) return target;
  }
  return null;
}

function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function isBing({ hostname, pathname }: URL): boolean {
  return hostname === 'www.bing.com' && pathname.startsWith('/ck/');
}

/** Bing's results lead over addresses with the target as `a1` and URL-safe Base64. */
function bingTarget(value: string): string {
  const encoded = /^a1([\w-]+)$/.exec(value)?.[1];
  if (!encoded) return '';
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
