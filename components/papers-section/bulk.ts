import { changeAll } from '@/components/triage/use-triage';
import type { ToSend } from '@/components/zotero/use-zotero';
import { library } from '@/lib/connections/library';
import type { Change } from '@/lib/protocol/change';

/** The change that has not been answered yet. */
let pending: { readonly nums: ReadonlySet<number>; readonly change: string } | null = null;

/**
 * Makes one change to the papers with these numbers; the toast reports the result. Repeating it before
 * the answer is ignored: it would change nothing and add one more step to undo.
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

/** The papers with these numbers, to send to Zotero. */
export async function papersOf(nums: ReadonlySet<number>): Promise<ToSend[]> {
  return (await library.ids([...nums])).map((id) => ({ id, paper: null }));
}
