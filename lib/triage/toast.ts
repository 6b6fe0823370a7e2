/** The toast: what was done last or went wrong, and the way back. */
import { t } from '@/lib/i18n';
import type { OperationId } from '@/lib/protocol/operation-id';

/** How something is undone: by its operation or, where the library has no part in it, by a function. */
export type WayBack = OperationId | (() => Promise<void>);

export interface Toast {
  readonly kind: 'done' | 'failure';
  /** "Starred", "Not saved. The disk is full." */
  readonly text: string;
  /** The title of the paper it is about, shown beside the text. */
  readonly title: string | null;
  readonly button:
    | { readonly kind: 'undo'; readonly back: WayBack }
    /** Does again what this undo took back. */
    | { readonly kind: 'redo'; readonly undo: OperationId }
    | null;
}

/** Where a page, or one of our own, keeps its one toast. */
export interface ToastStore {
  readonly get: () => Toast | null;
  readonly put: (toast: Toast | null) => void;
}

/** Each toast replaces the one before. */
export interface Toasts {
  /** Says what was done, and offers to undo it. */
  readonly sayDone: (text: string, back: WayBack, title?: string | null) => void;
  /** Says what was undone, and offers to redo it where that is possible. */
  readonly sayUndone: (text: string, undo: OperationId | null) => void;
  /** Says something that cannot be undone. */
  readonly say: (text: string, title?: string) => void;
  /** Says that something was not saved, and why. */
  readonly sayNotSaved: (reason: string, title?: string | null) => void;
  /** Says what is wrong. Stays until it is closed or replaced. */
  readonly warn: (text: string, title?: string | null) => void;
  readonly closeToast: () => void;
}

export function createToasts({ put }: ToastStore): Toasts {
  const warn = (text: string, title: string | null = null) =>
    put({ kind: 'failure', text, title, button: null });

  return {
    sayDone: (text, back, title = null) =>
      put({ kind: 'done', text, title, button: { kind: 'undo', back } }),
    sayUndone: (text, undo) =>
      put({
        kind: 'done',
        text,
        title: null,
        button: undo === null ? null : { kind: 'redo', undo },
      }),
    say: (text, title) => put({ kind: 'done', text, title: title ?? null, button: null }),
    sayNotSaved: (reason, title) => warn(t('notSaved', reason), title),
    warn,
    closeToast: () => put(null),
  };
}
