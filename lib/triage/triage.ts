/** Triage, the same everywhere: changes, undo and redo, each with its toast. */
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import type { OperationId } from '@/lib/protocol/operation-id';
import { errorMessage } from '@/lib/util/error-message';
import { type ChangeStore, createChanger, type Subject } from './changes';
import { doneText } from './done-text';
import { createToasts, type ToastStore, type Toasts, type WayBack } from './toast';

/** Sends commands to the library. None of these rejects. */
interface Sender {
  readonly run: (command: Command) => Promise<Acknowledgement>;
  readonly undo: (op: OperationId) => Promise<Acknowledgement>;
  readonly undoLatest: () => Promise<Acknowledgement>;
  readonly redoLatest: () => Promise<Acknowledgement>;
}

/** What differs between a page and the extension's own pages. */
interface World {
  readonly changes: ChangeStore;
  readonly toast: ToastStore;
  readonly sender: Sender;
  /** Completes the text of what was done: "Starred. 33 left". */
  readonly complete: (text: string) => string;
  /** Whether the papers themselves show why a change was not saved, so that the toast need not. */
  readonly showsFailure: (ids: readonly PaperId[]) => boolean;
}

/** A paper to be changed, with its title where the toast is to name it. */
interface TitledSubject extends Subject {
  readonly title?: string;
}

export interface Triage extends Toasts {
  /** Makes one change to papers, as one operation. Never rejects. */
  readonly change: (subjects: readonly TitledSubject[], change: Change) => Promise<Acknowledgement>;
  /** Undoes what was done last, here or elsewhere, once all earlier changes are answered. */
  readonly undoLatest: () => Promise<void>;
  /** Redoes what was undone last. */
  readonly redoLatest: () => Promise<void>;
  /** Does what the toast's button offers. */
  readonly pressToast: () => Promise<void>;
}

export function createTriage(world: World): Triage {
  const { changes, toast, sender, complete } = world;
  const toasts = createToasts(toast);
  const changer = createChanger(changes, sender.run);

  async function change(
    subjects: readonly TitledSubject[],
    wanted: Change,
  ): Promise<Acknowledgement> {
    const answer = await changer.change(subjects, wanted);
    const title = (subjects.length === 1 && subjects[0]?.title) || null;
    if (answer.ok) {
      const text = title === null ? answer.text : doneText(wanted);
      toasts.sayDone(complete(text), answer.op, title);
    } else if (!world.showsFailure(subjects.map(({ id }) => id))) {
      toasts.sayNotSaved(answer.message, title);
    }
    return answer;
  }

  /** Takes over the result of an undo or a redo, and has the toast `say` so. */
  function reverse(
    answer: Acknowledgement,
    refusal: 'notUndone' | 'notRedone',
    say: (text: string, op: OperationId) => void,
  ): void {
    if (answer.ok) {
      changes.put({}, answer.states);
      say(complete(answer.text), answer.op);
    } else toasts.warn(t(refusal, answer.message));
  }
  const takeUndone = (answer: Acknowledgement) => reverse(answer, 'notUndone', toasts.sayUndone);
  const takeRedone = (answer: Acknowledgement) => reverse(answer, 'notRedone', toasts.sayDone);

  async function goBack(back: WayBack): Promise<void> {
    if (typeof back === 'string') takeUndone(await sender.undo(back));
    else {
      try {
        await back();
        toasts.sayUndone(t('undone'), null);
      } catch (error) {
        toasts.warn(t('notUndone', errorMessage(error)));
      }
    }
  }

  return {
    ...toasts,
    change,
    async undoLatest() {
      const button = toast.get()?.button;
      // What the library knows nothing of can be undone only while the toast is there.
      if (button?.kind === 'undo' && typeof button.back !== 'string') return goBack(button.back);
      await changer.settled();
      takeUndone(await sender.undoLatest());
    },
    async redoLatest() {
      await changer.settled();
      takeRedone(await sender.redoLatest());
    },
    async pressToast() {
      const button = toast.get()?.button;
      if (button?.kind === 'undo') await goBack(button.back);
      else if (button) takeRedone(await sender.undo(button.undo));
    },
  };
}
