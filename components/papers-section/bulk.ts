/** Changes to many papers: one command, one undo. */
import { create } from 'zustand';
import { useTriage } from '@/components/triage/use-triage';
import type { Change } from '@/lib/command';
import { plural, t } from '@/lib/i18n';
import { library } from '@/lib/library/open';
import type { PaperId } from '@/lib/paper';
import { sendCommand } from '@/lib/send-command';

interface Bulk {
  /** What is being done, in words for the user; `null` when nothing is. */
  readonly doing: string | null;
}

/** What is being done to many papers at present. */
export const useBulk = create<Bulk>(() => ({ doing: null }));

/** Makes one change to the papers of these numbers. The toast says how it went. */
export async function changeNumbered(nums: ReadonlySet<number>, change: Change): Promise<void> {
  await changeAll(await library.ids([...nums]), change);
}

/** Makes one change to these papers. The toast says how it went. */
async function changeAll(ids: readonly PaperId[], change: Change): Promise<void> {
  if (ids.length === 0) return;
  const { report, dismissNotice } = useTriage.getState();
  dismissNotice();
  const op = crypto.randomUUID();
  useBulk.setState({ doing: plural('bulkDoing', ids.length) });
  const answer = await sendCommand({ op, change, papers: ids.map((id) => ({ id, paper: null })) });
  useBulk.setState({ doing: null });
  report(
    answer.ok
      ? { kind: 'done', text: plural(saidKeyOf(change), ids.length, tagOf(change)), undoes: op }
      : { kind: 'failure', text: t('notSaved', answer.message) },
  );
}

function tagOf(change: Change): string {
  return change.kind === 'tag' ? change.tag : '';
}

function saidKeyOf(change: Change) {
  switch (change.kind) {
    case 'star':
      return change.value ? 'bulkStarred' : 'bulkUnstarred';
    case 'dismiss':
      return change.value ? 'bulkDismissed' : 'bulkBroughtBack';
    case 'tag':
      return change.value ? 'bulkTagged' : 'bulkUntagged';
    case 'status':
      return `bulkMarked_${change.value}` as const;
    case 'note':
      return 'bulkNoted';
    case 'remove':
      return 'bulkRemoved';
    case 'restore':
      return 'bulkRestored';
  }
}
