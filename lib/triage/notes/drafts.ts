/**
 * Drafts: notes as they are typed, kept until the library has acknowledged them. They are in the
 * extension's own storage, where every listing and every page of the extension finds them. A write
 * started there completes even if the page closes in the same task (tried in Chromium and Firefox).
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/paper';
import { OperationIdSchema } from '@/lib/protocol/operation-id';
import { PaperIdSchema, PaperSchema } from '@/lib/protocol/paper';

export const DraftSchema = v.object({
  /** The note as typed. */
  text: v.string(),
  /** The note in the library that the draft is based on. */
  base: v.string(),
  /** The operation that saves it, however often that is tried. Earlier versions stored none. */
  op: v.optional(OperationIdSchema, () => crypto.randomUUID()),
  /** What a page says of the paper, which the library may not know yet. */
  paper: v.fallback(v.nullable(PaperSchema), null),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

export interface Drafts {
  /** Starts writing at once, and tells whether that succeeded; the draft is kept in memory until then. */
  readonly keep: (id: PaperId, draft: Draft) => Promise<boolean>;
  /** `null` when missing, malformed or out of reach. */
  readonly read: (id: PaperId) => Promise<Draft | null>;
  /** Removes this draft; one with another text, kept since on another page, stays. */
  readonly drop: (id: PaperId, draft: Draft) => Promise<void>;
  /** The papers that have drafts, unordered. */
  readonly ids: () => Promise<PaperId[]>;
}

const PREFIX = 'noteDraft:';

const keyOf = (id: PaperId) => PREFIX + id;

export function createDrafts(): Drafts {
  /** Drafts that are not stored yet, or cannot be: storage may be full or out of reach. */
  const unstored = new Map<PaperId, Draft>();

  async function read(id: PaperId): Promise<Draft | null> {
    const stored = await storedDraft(id);
    const parsed = v.safeParse(DraftSchema, unstored.get(id) ?? stored);
    return parsed.success ? parsed.output : null;
  }

  return {
    async keep(id, draft) {
      unstored.set(id, draft);
      try {
        await browser.storage.local.set({ [keyOf(id)]: draft });
      } catch {
        return false;
      }
      if (unstored.get(id) === draft) unstored.delete(id);
      return true;
    },
    read,
    async drop(id, { text }) {
      if (unstored.get(id)?.text === text) unstored.delete(id);
      const kept = await read(id);
      if (kept?.text === text) await forget(id);
    },
    async ids() {
      const stored = Object.keys(await browser.storage.local.get())
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length));
      return [...new Set([...stored, ...unstored.keys()])].filter((id) => v.is(PaperIdSchema, id));
    },
  };
}

/** `null` also where storage is out of reach, as in a page that the extension has left behind. */
async function storedDraft(id: PaperId): Promise<unknown> {
  try {
    return (await browser.storage.local.get(keyOf(id)))[keyOf(id)] ?? null;
  } catch {
    return null;
  }
}

async function forget(id: PaperId): Promise<void> {
  try {
    await browser.storage.local.remove(keyOf(id));
  } catch {
    // it is offered once more, and can be dropped then
  }
}

/** The drafts of this browser. */
export const noteDrafts = createDrafts();
