/** The toast: what it says of the last thing done, and how it is taken back. */
import { t } from '@/lib/i18n';
import type { OperationId } from '@/lib/protocol/operation-id';

/** How something is undone: by the name of its operation, or, where the library has no part in it, by a function. */
export type WayBack = OperationId | (() => Promise<void>);

export interface Toast {
  readonly kind: 'done' | 'failure';
  /** "Starred", "Not saved. The disk is full." */
  readonly text: string;
  /** The paper it is about, beside the text. */
  readonly title: string | null;
  readonly button:
    | { readonly kind: 'undo'; readonly back: WayBack }
    /** Does again what this undo took back. */
    | { readonly kind: 'redo'; readonly undo: OperationId }
    | null;
}

/** Where a page, or the popup, keeps the one toast that it shows. */
export interface ToastStore {
  readonly get: () => Toast | null;
  readonly put: (toast: Toast | null) => void;
}

/** Each toast takes the place of the one before. */
export interface Toasts {
  /** Says what was done, and offers to undo it; `title` is that of its paper, if it was about one. */
  readonly sayDone: (text: string, back: WayBack, title?: string | null) => void;
  /** Says what was undone, and offers to redo it, if that can be done. */
  readonly sayUndone: (text: string, undo: OperationId | null) => void;
  /** Says something that is not to be undone. */
  readonly say: (text: string, title?: string) => void;
  /** Says that something was not saved, and why. */
  readonly sayNotSaved: (reason: string, title?: string | null) => void;
  /** Says that something is amiss; it stays until it is closed or something else is done. */
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
