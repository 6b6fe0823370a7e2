/** What the user does on a page, said in its toast: changes, undo, redo. */

import { plural, t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendRedoLatest, sendUndo, sendUndoLatest } from '@/lib/protocol/send-command';
import { countUndecided } from './current-row';
import type { PageStore } from './store';
import { changeAll, learnStates, settled } from './triage';
import type { PageUiStore, Toast } from './ui';

export interface Doing {
  /** Makes one change to papers of the page, as one operation. Never rejects. */
  readonly change: (ids: readonly PaperId[], change: Change) => Promise<Acknowledgement | null>;
  /** Undoes what was done last, on whichever page, once all that was asked before is answered. */
  readonly undoLatest: () => Promise<void>;
  /** Does again what was undone last. */
  readonly redoLatest: () => Promise<void>;
  /** Does what the toast's button offers. */
  readonly pressToast: () => Promise<void>;
  /** Says what an operation did, and offers to undo it; `title` is of its paper, if it was one. */
  readonly sayDone: (text: string, title: string | null, op: OperationId) => void;
  /** Says that something was not saved, and why. */
  readonly sayFailed: (reason: string) => void;
  /** Says that something is amiss. */
  readonly warn: (text: string) => void;
  /** Says something that cannot be undone. */
  readonly say: (text: string, title?: string) => void;
}

/** `showToast` is called whenever there is one to be shown: what shows it may not be there yet. */
export function createDoing(store: PageStore, ui: PageUiStore, showToast: () => void): Doing {
  function toast(said: Toast): void {
    ui.setState({ toast: said });
    showToast();
  }

  /** Gives the answer of a command; what can be undone is known from it before the news come. */
  async function heard<A extends Acknowledgement | null>(answering: Promise<A>): Promise<A> {
    ui.setState(({ unanswered }) => ({ unanswered: unanswered + 1 }));
    const answer = await answering;
    ui.setState(({ unanswered, history }) => ({
      unanswered: unanswered - 1,
      history: answer?.ok ? answer.history : history,
    }));
    return answer;
  }

  async function change(ids: readonly PaperId[], wanted: Change): Promise<Acknowledgement | null> {
    const titles = new Map(store.getState().rows.map(({ id, title }) => [id, title]));
    const answer = await heard(changeAll(store, ids, wanted));
    if (!answer) return answer;
    const [first, ...others] = ids;
    const title = (first && others.length === 0 && titles.get(first)) || null;
    if (answer.ok) {
      const text = title === null ? answer.text : saidOf(wanted);
      toast({
        kind: 'done',
        text: withLeft(store, text),
        title,
        button: { kind: 'undo', op: answer.op },
      });
    } else if (others.length > 0 || !store.getState().rows.some(({ id }) => id === first)) {
      warn(t('notSaved', answer.message), title);
    }
    return answer;
  }

  function warn(text: string, title: string | null = null): void {
    toast({ kind: 'failure', text, title, button: null });
  }

  function takeReversal(answer: Acknowledgement, back: 'undo' | 'redo'): void {
    if (!answer.ok) {
      warn(t(back === 'undo' ? 'notUndone' : 'notRedone', answer.message));
      return;
    }
    learnStates(store, answer.states);
    toast({
      kind: 'done',
      text: withLeft(store, answer.text),
      title: null,
      button: back === 'undo' ? { kind: 'redo', undo: answer.op } : { kind: 'undo', op: answer.op },
    });
  }

  return {
    change,
    async undoLatest() {
      takeReversal(await heard(settled(store).then(sendUndoLatest)), 'undo');
    },
    async redoLatest() {
      takeReversal(await heard(settled(store).then(sendRedoLatest)), 'redo');
    },
    async pressToast() {
      const button = ui.getState().toast?.button;
      if (!button) return;
      if (button.kind === 'undo') takeReversal(await heard(sendUndo(button.op)), 'undo');
      else takeReversal(await heard(sendUndo(button.undo)), 'redo');
    },
    sayDone: (text, title, op) =>
      toast({ kind: 'done', text, title, button: { kind: 'undo', op } }),
    sayFailed: (reason) => warn(t('notSaved', reason)),
    warn: (text) => warn(text),
    say: (text, title) => toast({ kind: 'done', text, title: title ?? null, button: null }),
  };
}

/** What was done to one paper, whose title stands beside it. */
function saidOf(change: Change): string {
  switch (change.kind) {
    case 'star':
      return t(change.value ? 'pageDidStar' : 'pageDidUnstar');
    case 'dismiss':
      return t(change.value ? 'pageDidDismiss' : 'pageDidBringBack');
    case 'tag':
      return t(change.value ? 'pageDidTag' : 'pageDidUntag', change.tag);
    case 'status':
      return t(`pageDidMark_${change.value}`);
    case 'note':
      return t('pageDidNote');
    case 'acknowledgeVersion':
      return t('pageDidAcknowledge');
    case 'remove':
      return t('pageDidRemove');
    case 'restore':
      return t('pageDidRestore');
  }
}

/** What was done, and how many papers of a listing are undecided by now. */
function withLeft(store: PageStore, text: string): string {
  const state = store.getState();
  if (state.site?.kind !== 'listing') return text;
  const left = countUndecided(state);
  return `${text}. ${left === 0 ? t('pageNoneLeft') : plural('pageLeft', left)}`;
}
