import { changeAll } from '@/components/triage/use-triage';
import type { ToSend } from '@/components/zotero/use-zotero';
import { library } from '@/lib/connections/library';
import type { Change } from '@/lib/protocol/change';

/** The change that is not answered yet. */
let underWay: { readonly nums: ReadonlySet<number>; readonly change: string } | null = null;

/**
 * Makes one change to the papers of these numbers. The toast says how it went. A key pressed again
 * before the answer asks for nothing new: it would be one more thing to undo, and nothing done.
 */
export async function changeNumbered(nums: ReadonlySet<number>, change: Change): Promise<void> {
  const asked = { nums, change: JSON.stringify(change) };
  if (underWay?.nums === nums && underWay.change === asked.change) return;
  underWay = asked;
  try {
    await changeAll(await library.ids([...nums]), change);
  } finally {
    if (underWay === asked) underWay = null;
  }
}

/** The papers of these numbers, to be sent somewhere. */
export async function papersOf(nums: ReadonlySet<number>): Promise<ToSend[]> {
  return (await library.ids([...nums])).map((id) => ({ id, paper: null }));
}
