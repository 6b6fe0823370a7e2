import { useTriage } from '@/components/triage/use-triage';
import type { ToSend } from '@/components/zotero/use-zotero';
import type { Change } from '@/lib/command';
import { library } from '@/lib/library/open';

/** Makes one change to the papers of these numbers. The toast says how it went. */
export async function changeNumbered(nums: ReadonlySet<number>, change: Change): Promise<void> {
  await useTriage.getState().changeAll(await library.ids([...nums]), change);
}

/** The papers of these numbers, to be sent somewhere. */
export async function papersOf(nums: ReadonlySet<number>): Promise<ToSend[]> {
  return (await library.ids([...nums])).map((id) => ({ id, paper: null }));
}
