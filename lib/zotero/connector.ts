/**
 * Talks to Zotero on the user's computer as its browser connectors do:
 * https://www.zotero.org/support/dev/client_coding/connector_http_server. For the responses, see
 * server_connector.js in github.com/zotero/zotero.
 */
import * as v from 'valibot';
import { type MessageKey, t } from '@/lib/i18n';
import type { ZoteroProblem, ZoteroTarget } from '@/lib/protocol/zotero';
import { ZOTERO_ORIGIN } from '@/lib/protocol/zotero-origin';
import { parseJson } from '@/lib/text/parse-json';
import type { ZoteroItem } from './item';

const API_VERSION = '3';

/** Below the 30 s after which browsers stop an idle worker. */
const TIMEOUT_MS = 20_000;

const MESSAGES: Record<ZoteroProblem, MessageKey> = {
  'not-allowed': 'zoteroNotAllowed',
  'not-running': 'zoteroNotRunning',
  'time-out': 'zoteroTimeOut',
  version: 'zoteroVersion',
  'read-only': 'zoteroReadOnly',
  failed: 'zoteroFailed',
  'no-zotero': 'zoteroNoZotero',
  'not-kept': 'zoteroNotKept',
};

/** A failed request; the message is a sentence for the user. */
export class ZoteroFailure extends Error {
  override readonly name = 'ZoteroFailure';
  constructor(
    readonly problem: ZoteroProblem,
    detail = '',
  ) {
    super(t(MESSAGES[problem], detail));
  }
}

export interface ZoteroConnector {
  /** Where papers would be saved now: the collection selected in Zotero. @throws {ZoteroFailure} */
  readonly target: () => Promise<ZoteroTarget>;
  /**
   * Saves items there. A session that Zotero already knows is not saved again, as it has its items.
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

/** Connects to Zotero on the user's computer. The parameters are for tests. */
export function createZoteroConnector(
  origin: string = ZOTERO_ORIGIN,
  fetcher: typeof fetch = fetch,
  timeoutMs: number = TIMEOUT_MS,
): ZoteroConnector {
  async function post(endpoint: string, payload: unknown) {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetcher(`${origin}/connector/${endpoint}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Zotero-Connector-API-Version': API_VERSION,
        },
        body: JSON.stringify(payload),
        credentials: 'omit',
        redirect: 'manual', // Zotero never redirects
        signal,
      });
      return { status: response.status, body: parseJson(await response.text()) };
    } catch {
      throw new ZoteroFailure(signal.aborted ? 'time-out' : 'not-running');
    }
  }

  return {
    async target() {
      const { status, body } = await post('getSelectedCollection', {});
      if (status !== 200) throw toFailure(status, body);
      const parsed = v.safeParse(TargetSchema, body);
      if (!parsed.success) throw new ZoteroFailure('no-zotero');
      const { libraryName, libraryEditable, editable, id, name } = parsed.output;
      return {
        library: libraryName,
        collection: id == null ? null : name,
        isEditable: libraryEditable && editable,
      };
    },
    async save(sessionID, uri, items) {
      const { status, body } = await post('saveItems', { sessionID, uri, items });
      const isSaved = status === 201 || status === 409; // 409: the session exists, and is ours
      if (!isSaved) throw toFailure(status, body);
    },
  };
}

function toFailure(status: number, body: unknown): ZoteroFailure {
  if (v.is(ReadOnlySchema, body)) return new ZoteroFailure('read-only');
  if (status === 400 || status === 412) return new ZoteroFailure('version');
  return new ZoteroFailure(status === 500 || status === 503 ? 'failed' : 'no-zotero');
}
