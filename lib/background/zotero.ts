/** Sends papers to Zotero for the extension's own pages. */
import { paperUrl } from '@/lib/exchange/formats/field-values';
import type { SentToZotero } from '@/lib/library/queries/sent-to-zotero';
import { parse, refusalOf } from '@/lib/library/store/refusal';
import { type ZoteroAnswer, ZoteroBatchSchema, type ZoteroTarget } from '@/lib/protocol/zotero';
import { isZoteroAllowed } from '@/lib/protocol/zotero-permission';
import { createZoteroConnector, type ZoteroConnector, ZoteroFailure } from '@/lib/zotero/connector';
import { toZoteroItem } from '@/lib/zotero/item';

export interface ZoteroSender {
  /** Where papers would go. Never rejects. */
  readonly target: () => Promise<ZoteroAnswer<{ readonly target: ZoteroTarget }>>;
  /** Sends a `ZoteroBatch`, and notes that. Never rejects; only `ok: true` means both were done. */
  readonly send: (batch: unknown) => Promise<ZoteroAnswer<object>>;
}

/** Only tests pass `zotero`. */
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
          paperUrl(first) ?? '',
          records.map((record) => toZoteroItem(record, newKey())),
        );
        await sent.save(records).catch((error: unknown) => {
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

/** 32 characters, those of Zotero's own keys. */
const KEY_CHARACTERS = '23456789ABCDEFGHIJKLMNPQRSTUVWXZ';

/** Eight random characters. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => KEY_CHARACTERS[byte % KEY_CHARACTERS.length]).join('');
}
