import { changeAll } from '@/components/triage/use-triage';
import type { ToSend } from '@/components/zotero/use-zotero';
import { library } from '@/lib/connections/library';
import type { Change } from '@/lib/protocol/change';

/** The change that is not answered yet. */
let pending: { readonly nums: ReadonlySet<number>; readonly change: string } | null = null;

/**
 * Makes one change to the papers of these numbers; the toast says how it went. The same change asked
 * for again before the answer is dropped: it would do nothing, and be one more thing to undo.
 */
export async function changeNumbered(nums: ReadonlySet<number>, change: Change): Promise<void> {
  const asked = { nums, change: JSON.stringify(change) };
  if (pending?.nums === nums && pending.change === asked.change) return;
  pending = asked;
  try {
    await changeAll(await library.ids([...nums]), change);
  } finally {
    if (pending === asked) pending = null;
  }
}

/** The papers of these numbers, to be sent to Zotero. */
export async function papersOf(nums: ReadonlySet<number>): Promise<ToSend[]> {
  return (await library.ids([...nums])).map((id) => ({ id, paper: null }));
}
