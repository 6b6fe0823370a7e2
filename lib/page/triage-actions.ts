/** Triage on a page: the papers are those of its rows, and the toast counts what is left. */
import { plural, t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import { sendCommand, sendRedoLatest, sendUndo, sendUndoLatest } from '@/lib/protocol/send-command';
import { createTriage, type Triage } from '@/lib/triage/triage';
import { countUndecided } from './current-row';
import { type PageStore, paperOf } from './store';
import type { PageUiStore } from './ui';

export interface PageTriage extends Omit<Triage, 'change'> {
  /** Makes one change to those of these papers that are on the page, as one operation. Never rejects. */
  readonly change: (ids: readonly PaperId[], change: Change) => Promise<Acknowledgement | null>;
}

/** `bringToast` is called with each toast: what shows it may not be on the page yet. */
export function createPageTriage(
  store: PageStore,
  ui: PageUiStore,
  bringToast: () => void,
): PageTriage {
  const rowsById = () => new Map(store.getState().rows.map((row) => [row.id, row]));

  /** Counts a command as unanswered until its answer says what can be undone by then. */
  async function counted(answering: Promise<Acknowledgement>): Promise<Acknowledgement> {
    ui.setState(({ unanswered }) => ({ unanswered: unanswered + 1 }));
    const answer = await answering;
    ui.setState(({ unanswered, history }) => ({
      unanswered: unanswered - 1,
      history: answer.ok ? answer.history : history,
    }));
    return answer;
  }

  const triage = createTriage({
    changes: {
      get: store.getState,
      put: (changes, states) =>
        store.setState(({ saved }) => ({
          ...changes,
          ...(states && { saved: { ...saved, ...states } }),
        })),
    },
    toast: {
      get: () => ui.getState().toast,
      put(toast) {
        ui.setState({ toast });
        if (toast) bringToast();
      },
    },
    sender: {
      run: (command) => counted(sendCommand(command)),
      undo: (op) => counted(sendUndo(op)),
      undoLatest: () => counted(sendUndoLatest()),
      redoLatest: () => counted(sendRedoLatest()),
    },
    complete: (text) => withLeft(store, text),
    showsFailure: (ids) => ids.length === 1 && ids.every((id) => rowsById().has(id)),
  });

  return {
    ...triage,
    async change(ids, change) {
      const rows = rowsById();
      const subjects = [...new Set(ids)].flatMap((id) => {
        const row = rows.get(id);
        return row ? { id, title: row.title, paper: paperOf(store.getState(), row) } : [];
      });
      return subjects.length > 0 ? triage.change(subjects, change) : null;
    },
  };
}

/** What was done, and how many papers of a listing are undecided by now. */
function withLeft(store: PageStore, text: string): string {
  const state = store.getState();
  if (state.site?.kind !== 'listing') return text;
  const left = countUndecided(state);
  return `${text}. ${left === 0 ? t('pageNoneLeft') : plural('pageLeft', left)}`;
}
