/**
 * What arXiv serves at which address, route by route as its own software has them (`browse/routes` of
 * arxiv-browse and `search/routes` of arxiv-search, June 2026).
 */
import { type PaperId, parseArxivId } from '@/lib/paper';

/** `paper`: its abstract page; `html`, `pdf`: the paper itself. */
export type ArxivPage = 'list' | 'search' | 'trackbacks' | 'paper' | 'html' | 'pdf';

interface Route {
  readonly serves: ArxivPage;
  /** How its paths begin, for match patterns, which cannot say more. */
  readonly begins: string;
  /** Of a path without a slash at its end. The group `id` is what may be an arXiv id. */
  readonly path: RegExp;
  /** Whether that is what the parameters ask for. */
  readonly isAsked?: (query: URLSearchParams, groups: Groups) => boolean;
  /** What may be an arXiv id in the parameters. */
  readonly idIn?: (query: URLSearchParams) => string | null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * No papers are listed on: /, /archive/…, /year/…, /catchup (a form), /category_taxonomy, /stats/…,
 * /help/…, /user/…, /login, /search/status, /tb/<id> (blog posts about one paper), and neither in what
 * is no page: /a/<id>.atom, .atom2, .json and .js, /rss/…, /bibtex/…, /format/…, /src/…, /e-print/…,
 * /ps/…, /dvi/…, /audio/…, /prevnext, /tb/redirect/…, /abs/<id>?fmt=txt.
 */
const ROUTES: readonly Route[] = [
  {
    serves: 'list',
    begins: 'list',
    path: /^\/list(?:\/(?<subject>[\w.-]+)\/(?<period>[\w-]+))?$/,
    isAsked: isList,
  },
  { serves: 'list', begins: 'catchup/', path: /^\/catchup\/[\w.-]+\/\d{4}-\d{2}-\d{2}$/ },
  { serves: 'list', begins: 'a/', path: /^\/a\/[^/.]+(?:\.html)?$/ },
  { serves: 'trackbacks', begins: 'tb/recent', path: /^\/tb\/recent$/ },
  {
    serves: 'search',
    begins: 'search',
    path: /^\/search\/advanced(?:\/[\w.,-]+)?$/,
    // Sent with the form, which arXiv shows again without it; there need be no term.
    isAsked: (query) => query.has('advanced'),
  },
  {
    serves: 'search',
    begins: 'search',
    path: /^\/search(?:\/(?!advanced$|status$)[\w.,-]+)?$/,
    isAsked: (query) => query.getAll('query').some((words) => words.trim() !== ''),
  },
  { serves: 'paper', begins: 'abs', path: /^\/abs$/, isAsked: isPage, idIn: idAsked },
  { serves: 'paper', begins: 'abs', path: /^\/abs\/(?<id>.+)$/, isAsked: isPage },
  { serves: 'html', begins: 'html/', path: /^\/html\/(?<id>.+)$/ },
  { serves: 'pdf', begins: 'pdf/', path: /^\/pdf\/(?<id>.+?)(?:\.pdf)?$/ },
];

/** Parameters take precedence over the path: the form on archives' pages has them alone. */
function isList(query: URLSearchParams, { subject, period }: Groups): boolean {
  const [year, month] = [query.get('year'), query.get('month')];
  const asked = year && month && month !== 'all' ? `${year}-${month}` : year;
  return Boolean(query.get('archive') ?? subject) && PERIOD.test(asked || (period ?? ''));
}

/** Two digits are redirected to a year. */
const PERIOD = /^(?:new|recent|pastweek|current|\d{2}|\d{4}(?:-\d{2})?)$/;

function isPage(query: URLSearchParams): boolean {
  return query.get('fmt') !== 'txt';
}

/** `?id=…`, and the older `?archive=hep-th&papernum=9901001` and `?hep-th/9901001`. */
function idAsked(query: URLSearchParams): string | null {
  const [archive, number] = [query.get('archive'), query.get('papernum')];
  if (query.has('id')) return query.get('id');
  if (archive !== null && number !== null) return `${archive}/${number}`;
  return [...query].find(([name, value]) => value === '' && name.includes('/'))?.[0] ?? null;
}

/** What is at an address on arXiv. */
export interface ArxivPlace {
  readonly serves: ArxivPage;
  /** The paper that it is about, its version counting from 1; `null` for lists. */
  readonly paper: { readonly id: PaperId; readonly version: number | null } | null;
}

/** Whether a host is arXiv's: the main one, `www.`, `export.` or another, or a mirror such as `cn.`. */
export function isArxivHost(hostname: string): boolean {
  return /(?:^|\.)arxiv\.org$/.test(hostname);
}

/** What arXiv serves at a URL on one of its hosts, over HTTP or HTTPS; `null` if no papers. */
export function arxivPlace(url: URL): ArxivPlace | null {
  if (!/^https?:$/.test(url.protocol) || !isArxivHost(url.hostname)) return null;
  const path = url.pathname.replace(/\/$/, '');
  for (const { serves, path: pattern, isAsked, idIn } of ROUTES) {
    const found = pattern.exec(path);
    const groups = found?.groups ?? {};
    if (!found || isAsked?.(url.searchParams, groups) === false) continue;
    const id = idIn ? idIn(url.searchParams) : groups.id;
    if (id === undefined) return { serves, paper: null };
    const paper = parseArxivId(id ?? '');
    return paper && { serves, paper };
  }
  return null;
}

/** Match patterns of such addresses. Wider than `arxivPlace`. */
export function arxivPatterns(page: ArxivPage, protocol: 'https' | '*' = 'https'): string[] {
  const begins = ROUTES.filter(({ serves }) => serves === page).map((route) => route.begins);
  return [...new Set(begins)].map((begin) => `${protocol}://*.arxiv.org/${begin}*`);
}
