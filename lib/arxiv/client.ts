/** Asks arXiv's API for papers: https://info.arxiv.org/help/api/user-manual.html */
import { type MessageKey, t } from '@/lib/i18n';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { type ApiEntry, parseAtom } from './atom';
import { titleQuery } from './title-query';

/** The API accepts more, but is slow then. */
export const IDS_PER_REQUEST = 100;

const ENDPOINT = 'https://export.arxiv.org/api/query';

/** In milliseconds; less than the 30 s after which browsers stop a worker that waits. */
const TIME_OUT_MS = 20_000;

/**
 * The whole answer to too many requests, sometimes with status 200 (arxiv_atom.py of
 * github.com/K-Dense-AI/scientific-agent-skills).
 */
const BUSY = /^rate exceeded/i;

/** What the API says of a malformed id, which spoils the whole request. */
const BAD_ID = /^incorrect id/i;

/** What went wrong. `refused`: the request itself; the same one will be refused again. */
type FailureKind =
  | 'busy'
  | 'server'
  | 'offline'
  | 'time-out'
  | 'cut-off'
  | 'unreadable'
  | 'refused';

const TEXTS: Record<FailureKind, MessageKey> = {
  busy: 'apiBusy',
  server: 'apiServer',
  offline: 'apiOffline',
  'time-out': 'apiTimeOut',
  'cut-off': 'apiCutOff',
  unreadable: 'apiUnreadable',
  refused: 'apiRefused',
};

/** The message is a sentence for the user. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  constructor(
    readonly kind: FailureKind,
    /** How long to wait at least, in milliseconds, where the server says so. */
    readonly retryAfter: number | null = null,
  ) {
    super(t(TEXTS[kind]));
  }
}

/**
 * Up to `IDS_PER_REQUEST` papers by their ids, in no particular order; unknown ones are left out.
 * @throws {ApiFailure} and nothing else.
 */
export async function fetchEntries(
  ids: readonly PaperId[],
  fetcher: typeof fetch = fetch,
  timeOut = TIME_OUT_MS,
): Promise<ApiEntry[]> {
  const entries = await entriesAt(urlFor(ids), fetcher, timeOut);
  const wanted = new Set(ids);
  return entries.filter(({ id }) => wanted.delete(id)); // each once, and no others
}

/** More titles would make too long a query. */
export const TITLES_PER_REQUEST = 10;

/** Results that are asked for per title, as several papers may have its words. */
const FOUND_PER_TITLE = 10;

/**
 * Papers whose titles contain the words of any of up to `TITLES_PER_REQUEST` titles; a title without
 * words finds none.
 * @throws {ApiFailure} and nothing else.
 */
export async function searchTitles(
  titles: readonly string[],
  fetcher: typeof fetch = fetch,
  timeOut = TIME_OUT_MS,
): Promise<ApiEntry[]> {
  const queries = titles.flatMap((title) => titleQuery(title) ?? []);
  if (queries.length === 0) return [];
  const parameters = new URLSearchParams({
    search_query: queries.map((query) => `(${query})`).join(' OR '),
    max_results: String(queries.length * FOUND_PER_TITLE),
  });
  return entriesAt(`${ENDPOINT}?${parameters}`, fetcher, timeOut);
}

async function entriesAt(url: string, fetcher: typeof fetch, timeOut: number): Promise<ApiEntry[]> {
  const { response, text } = await get(url, fetcher, timeOut);
  const { status } = response;
  if (status === 429 || status === 503 || BUSY.test(text)) {
    throw new ApiFailure('busy', retryAfter(response));
  }
  const answer = parseAtom(text);
  const error = answer.ok ? answer.error : null;
  if (status === 400 || status === 414 || (error && BAD_ID.test(error))) {
    throw new ApiFailure('refused');
  }
  if (status >= 400 || error) throw new ApiFailure('server', retryAfter(response));
  if (!answer.ok) throw new ApiFailure(answer.reason === 'cut-off' ? 'cut-off' : 'unreadable');
  return [...answer.entries];
}

/** Identifiers need no escaping. */
function urlFor(ids: readonly PaperId[]): string {
  const list = ids.map(arxivIdOf).join(',');
  return `${ENDPOINT}?id_list=${list}&max_results=${ids.length}`;
}

async function get(url: string, fetcher: typeof fetch, timeOut: number) {
  const signal = AbortSignal.timeout(timeOut);
  const failing = (kind: FailureKind) => () => {
    throw new ApiFailure(signal.aborted ? 'time-out' : kind);
  };
  const response = await fetcher(url, { signal, credentials: 'omit' }).catch(failing('offline'));
  const text = await response.text().catch(failing('cut-off'));
  return { response, text: text.trim() };
}

/** Seconds, or a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfter({ headers }: Response): number | null {
  const value = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.now();
  return wait > 0 ? wait : null;
}
