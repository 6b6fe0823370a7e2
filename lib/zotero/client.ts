/**
 * Speaks to Zotero on the user's computer as its browser connectors do:
 * https://www.zotero.org/support/dev/client_coding/connector_http_server, and what it answers by
 * server_connector.js of github.com/zotero/zotero.
 */
import * as v from 'valibot';
import { type MessageKey, t } from '@/lib/i18n';
import type { ZoteroProblem, ZoteroTarget } from '@/lib/protocol/zotero';
import { ZOTERO_ORIGIN } from '@/lib/protocol/zotero-origin';
import type { ZoteroItem } from './item';

const API_VERSION = '3';

/** In milliseconds; below the 30 s after which browsers stop a worker that waits. */
const TIME_OUT_MS = 20_000;

const TEXTS: Record<ZoteroProblem, MessageKey> = {
  'not-allowed': 'zoteroNotAllowed',
  'not-running': 'zoteroNotRunning',
  'time-out': 'zoteroTimeOut',
  version: 'zoteroVersion',
  'read-only': 'zoteroReadOnly',
  failed: 'zoteroFailed',
  'no-zotero': 'zoteroNoZotero',
  'not-kept': 'zoteroNotKept',
};

/** The message is a sentence for the user. */
export class ZoteroFailure extends Error {
  override readonly name = 'ZoteroFailure';
  constructor(
    readonly problem: ZoteroProblem,
    detail = '',
  ) {
    super(t(TEXTS[problem], detail));
  }
}

export interface Zotero {
  /** Where papers would go now: the collection that is chosen in Zotero. @throws {ZoteroFailure} */
  readonly target: () => Promise<ZoteroTarget>;
  /**
   * Has items saved there. A session that Zotero has seen before is not saved again: it has its items.
   * @throws {ZoteroFailure}
   */
  readonly save: (session: string, uri: string, items: readonly ZoteroItem[]) => Promise<void>;
}

const Name = v.pipe(
  v.string(),
  v.transform((name) => name.slice(0, 500)),
);
const TargetSchema = v.object({
  libraryName: Name,
  libraryEditable: v.boolean(),
  /** Since Zotero 5.0.67. */
  editable: v.optional(v.boolean(), true),
  id: v.nullish(v.union([v.number(), v.string()])),
  name: Name,
});
const ReadOnlySchema = v.object({ libraryEditable: v.literal(false) });

/** `origin`, `fetcher` and the time, in milliseconds, are given by tests alone. */
export function createZotero(
  origin: string = ZOTERO_ORIGIN,
  fetcher: typeof fetch = fetch,
  timeOut: number = TIME_OUT_MS,
): Zotero {
  async function post(endpoint: string, payload: unknown) {
    const signal = AbortSignal.timeout(timeOut);
    try {
      const response = await fetcher(`${origin}/connector/${endpoint}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Zotero-Connector-API-Version': API_VERSION,
        },
        body: JSON.stringify(payload),
        credentials: 'omit',
        redirect: 'manual', // Zotero has none
        signal,
      });
      return { status: response.status, body: jsonIn(await response.text()) };
    } catch {
      throw new ZoteroFailure(signal.aborted ? 'time-out' : 'not-running');
    }
  }

  return {
    async target() {
      const { status, body } = await post('getSelectedCollection', {});
      if (status !== 200) throw failureOf(status, body);
      const told = v.safeParse(TargetSchema, body);
      if (!told.success) throw new ZoteroFailure('no-zotero');
      const { libraryName, libraryEditable, editable, id, name } = told.output;
      return {
        library: libraryName,
        collection: id == null ? null : name,
        isEditable: libraryEditable && editable,
      };
    },
    async save(sessionID, uri, items) {
      const { status, body } = await post('saveItems', { sessionID, uri, items });
      const isSaved = status === 201 || status === 409; // of names as ours nobody else makes one
      if (!isSaved) throw failureOf(status, body);
    },
  };
}

function failureOf(status: number, body: unknown): ZoteroFailure {
  if (v.is(ReadOnlySchema, body)) return new ZoteroFailure('read-only');
  if (status === 400 || status === 412) return new ZoteroFailure('version');
  return new ZoteroFailure(status === 500 || status === 503 ? 'failed' : 'no-zotero');
}

/** `undefined` where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
