/**
 * Stands for Zotero on the user's computer. It answers as Zotero 7 does (server.js and
 * server_connector.js of github.com/zotero/zotero), but is stricter: an item must be one that
 * Zotero takes as it is, not one that it mends.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

const API_VERSION = 3;

const text = v.pipe(v.string(), v.nonEmpty());
const plain = v.pipe(
  text,
  v.check((one) => !/[\r\n]/.test(one), 'has lines'),
);

const CreatorSchema = v.union([
  v.strictObject({ creatorType: v.literal('author'), firstName: plain, lastName: plain }),
  v.strictObject({ creatorType: v.literal('author'), lastName: plain, fieldMode: v.literal(1) }),
]);

/** What every kind of item has. */
const COMMON = {
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8}$/)),
  title: plain,
  creators: v.array(CreatorSchema),
  tags: v.array(v.strictObject({ tag: plain })),
  notes: v.array(v.strictObject({ note: v.pipe(text, v.startsWith('<')) })),
  attachments: v.pipe(v.array(v.unknown()), v.maxLength(0)),
  abstractNote: v.optional(text),
  date: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/))),
  url: v.optional(v.pipe(v.string(), v.url())),
  DOI: v.optional(v.pipe(v.string(), v.startsWith('10.'))),
  extra: v.optional(text),
};

const ItemSchema = v.variant('itemType', [
  v.strictObject({
    ...COMMON,
    itemType: v.literal('preprint'),
    DOI: v.pipe(v.string(), v.startsWith('10.')),
    url: v.pipe(v.string(), v.url()),
    repository: v.literal('arXiv'),
    archiveID: v.pipe(v.string(), v.startsWith('arXiv:')),
    libraryCatalog: v.optional(plain),
  }),
  v.strictObject({
    ...COMMON,
    itemType: v.literal('journalArticle'),
    publicationTitle: v.optional(plain),
  }),
  v.strictObject({ ...COMMON, itemType: v.literal('document') }),
]);

const SaveSchema = v.strictObject({
  sessionID: text,
  uri: v.string(),
  items: v.pipe(
    v.array(ItemSchema),
    v.minLength(1),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'ids twice'),
  ),
});

export type SavedItem = v.InferOutput<typeof ItemSchema>;

/** How Zotero is; to be changed by tests. */
interface Manner {
  /** The version of the protocol that it wants. */
  version: number;
  isEditable: boolean;
  collection: string | null;
  /** Fails to save, this often. */
  failures: number;
  /** Saves, and does not answer, this often. */
  silences: number;
  /** Another program at its place, this is its answer. */
  other: { readonly status: number; readonly body: string } | null;
}

type Answer = readonly [status: number, type: string, body: string];
const json = (status: number, body: unknown): Answer => [
  status,
  'application/json',
  JSON.stringify(body),
];

export class ZoteroServer {
  readonly manner: Manner = {
    version: API_VERSION,
    isEditable: true,
    collection: 'Reading',
    failures: 0,
    silences: 0,
    other: null,
  };
  /** In the order in which they came. */
  readonly saved: SavedItem[] = [];
  /** How many items came with each request that was saved. */
  readonly batches: number[] = [];
  /** What was wrong with requests. */
  readonly complaints: string[] = [];
  readonly #sessions = new Set<string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then((answer) => {
        if (answer === 'hang up') return void request.socket.destroy();
        if (answer === 'silence') return;
        const [status, type, body] = answer;
        const headers = this.manner.other
          ? { 'Content-Type': type }
          : {
              'Content-Type': type,
              'X-Zotero-Version': '7.0.15',
              'X-Zotero-Connector-API-Version': String(API_VERSION),
            };
        response.writeHead(status, headers).end(body);
      });
    });
  }

  /** Starts to listen; port 0 is any that is free. */
  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage): Promise<Answer | 'hang up' | 'silence'> {
    const { headers, method, url } = request;
    const body = await bodyOf(request);
    const { other } = this.manner;
    if (other) return [other.status, 'text/html', other.body];
    const endpoint = /^\/connector\/(\w+)$/.exec(url ?? '')?.[1] ?? '';
    if (!['ping', 'getSelectedCollection', 'saveItems'].includes(endpoint)) {
      return this.#wrong(404, `No endpoint found: ${url}`);
    }
    if (method === 'OPTIONS' || method === 'HEAD') return [200, 'text/plain', '']; // and no CORS
    const version = headers['x-zotero-connector-api-version'];
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/') || 'origin' in headers;
    if (isBrowser && version === undefined) {
      this.complaints.push('a browser without the version of the protocol');
      return 'hang up';
    }
    if (method !== 'POST') return this.#wrong(400, 'Endpoint does not support method');
    if (headers['content-length'] === undefined) return this.#wrong(400, 'Content-length missing');
    if (headers['content-type']?.split(';')[0] !== 'application/json') {
      return this.#wrong(400, 'Endpoint does not support content-type');
    }
    let data: unknown;
    try {
      data = JSON.parse(body);
    } catch {
      return this.#wrong(400, 'Invalid JSON provided');
    }
    if (endpoint === 'ping') return json(200, { prefs: { automaticSnapshots: true } });
    if (endpoint === 'getSelectedCollection') return this.#target();
    return this.#save(data, Number(version));
  }

  #target(): Answer {
    const { isEditable, collection } = this.manner;
    return json(200, {
      libraryID: 1,
      libraryName: 'My Library',
      libraryEditable: isEditable,
      editable: isEditable,
      filesEditable: isEditable,
      id: collection === null ? null : 12,
      name: collection ?? 'My Library',
      targets: [{ id: 'L1', name: 'My Library', filesEditable: isEditable, level: 0 }],
    });
  }

  #save(data: unknown, version: number): Answer | 'silence' {
    if (!(version >= this.manner.version)) {
      return json(400, { error: 'CONNECTOR_VERSION_OUTDATED' });
    }
    const request = v.safeParse(SaveSchema, data);
    if (!request.success) {
      const [issue] = request.issues;
      return this.#wrong(500, `${v.getDotPath(issue)}: ${issue.message}`);
    }
    const { sessionID, items } = request.output;
    if (this.#sessions.has(sessionID)) return json(409, { error: 'SESSION_EXISTS' });
    this.#sessions.add(sessionID); // also where nothing can be saved, as in Zotero
    if (!this.manner.isEditable) return json(500, { libraryEditable: false });
    if (this.manner.failures > 0) {
      this.manner.failures -= 1;
      this.#sessions.delete(sessionID);
      return [500, 'text/plain', ''];
    }
    this.saved.push(...items);
    this.batches.push(items.length);
    if (this.manner.silences > 0) {
      this.manner.silences -= 1;
      return 'silence';
    }
    return [201, 'application/json', ''];
  }

  #wrong(status: number, why: string): Answer {
    this.complaints.push(why);
    return [status, 'text/plain', `${why}\n`];
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
