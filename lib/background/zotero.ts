/** Sends papers to Zotero for pages of the extension. */
import { addressOf } from '@/lib/exchange/formats/fields';
import type { SentToZotero } from '@/lib/library/queries/sent';
import { parse, refusalOf } from '@/lib/library/store/refusal';
import { type ZoteroAnswer, ZoteroBatchSchema, type ZoteroTarget } from '@/lib/protocol/zotero';
import { isZoteroAllowed } from '@/lib/protocol/zotero-permission';
import { createZoteroConnector, type ZoteroConnector, ZoteroFailure } from '@/lib/zotero/connector';
import { toZoteroItem } from '@/lib/zotero/item';

export interface ZoteroSender {
  /** Where papers would go. Never rejects. */
  readonly target: () => Promise<ZoteroAnswer<{ readonly target: ZoteroTarget }>>;
  /** Sends a `ZoteroBatch`, and remembers that. Never rejects; only `ok: true` means both. */
  readonly send: (batch: unknown) => Promise<ZoteroAnswer<object>>;
}

/** `zotero` is given by tests alone. */
export function createZoteroSender(
  sent: SentToZotero,
  zotero: ZoteroConnector = createZoteroConnector(),
): ZoteroSender {
  return {
    target: () => answered(async () => ({ target: await zotero.target() })),
    send: (batch) =>
      answered(async () => {
        const { session, papers } = parse(ZoteroBatchSchema, batch);
        const records = await sent.records(papers);
        const [first] = records;
        if (!first) return {};
        await zotero.save(
          session,
          addressOf(first) ?? '',
          records.map((record) => toZoteroItem(record, newKey())),
        );
        await sent.keep(records).catch((error: unknown) => {
          throw new ZoteroFailure('not-kept', refusalOf(error).message);
        });
        return {};
      }),
  };
}

async function answered<T>(work: () => Promise<T>): Promise<ZoteroAnswer<T>> {
  try {
    if (!(await isZoteroAllowed())) throw new ZoteroFailure('not-allowed');
    return { ...(await work()), ok: true };
  } catch (error) {
    const { problem, message } =
      error instanceof ZoteroFailure
        ? error
        : { problem: 'failed' as const, message: refusalOf(error).message };
    return { ok: false, problem, message };
  }
}

const KEY_SIGNS = '23456789ABCDEFGHIJKLMNPQRSTUVWXZ'; // 32, as Zotero's own keys have them

/** Eight signs by chance. */
function newKey(): string {
  const chance = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(chance, (byte) => KEY_SIGNS[byte % KEY_SIGNS.length]).join('');
}
