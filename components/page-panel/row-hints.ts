import type { StoreApi } from 'zustand';
import { withKey } from '@/components/keys/key-name';
import type { Action } from '@/components/triage-row/control-view';
import type { KeySettings } from '@/lib/settings/keys';
import { CONTROL_TAG, EXTRAS_TAG } from '@/lib/sites/own-tags';
import type { ActionIn } from '@/lib/triage/actions';

/** The action of the page that each button of a row stands for, if there is one. */
const PAGE_ACTIONS = {
  star: 'star',
  tags: 'tag',
  dismiss: 'dismiss',
  abstract: 'unfold',
  status: 'status',
  undo: null,
  show: null,
  acknowledge: null,
  passage: null,
} as const satisfies Readonly<Record<Action, ActionIn<'page'> | null>>;

/**
 * Names the keys, as they are now, in the tooltips of the buttons on rows. Only when one is pointed at: a long
 * listing has thousands, and most are never seen.
 */
export function nameKeysOnRows(document: Document, keys: StoreApi<KeySettings>): void {
  document.addEventListener('pointerover', (event) => {
    const [button] = event.composedPath();
    if (!(button instanceof HTMLElement) || !isOnRow(button)) return;
    const action = PAGE_ACTIONS[button.dataset.action as Action];
    if (!action) return;
    button.dataset.winnowHint ??= button.title; // on the button: an older script may listen, too
    button.title = withKey(button.dataset.winnowHint, keys.getState(), 'page', action);
  });
}

function isOnRow(button: HTMLElement): boolean {
  const root = button.getRootNode();
  const box = root instanceof ShadowRoot ? root.host : button.parentElement;
  return box?.localName === CONTROL_TAG || box?.localName === EXTRAS_TAG;
}
