/** What keys do in a list of papers, and on the extension's pages around it. */
export type ListAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'nextPage'
  | 'previousPage'
  | 'open'
  | 'unfold'
  | 'star'
  | 'tags'
  | 'status'
  | 'note'
  | 'dismiss'
  | 'remove'
  | 'show'
  | 'leave';

/** By the key's name. Letters are the ones that work on listings too. */
const ACTIONS: Readonly<Record<string, ListAction>> = {
  ...{ ArrowDown: 'next', j: 'next', ArrowUp: 'previous', k: 'previous' },
  ...{ Home: 'first', End: 'last', PageDown: 'nextPage', PageUp: 'previousPage' },
  ...{ Enter: 'open', o: 'open', ' ': 'unfold', a: 'unfold' },
  ...{ s: 'star', t: 'tags', r: 'status', n: 'note', x: 'dismiss', Delete: 'remove', l: 'show' },
  Escape: 'leave',
};

const TEXTS_AND_DIALOGS =
  'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable], [popover], dialog';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** What a key press asks of the list; `null`: nothing, it is for something else. */
export function listActionOf(press: Press): ListAction | null {
  if (isForText(press) || hasModifier(press)) return null;
  const onControl =
    press.target instanceof Element &&
    press.target.closest('button, a, select, summary, input') !== null;
  if (onControl && (press.key === 'Enter' || press.key === ' ')) return null;
  if (press.target instanceof HTMLSelectElement && press.key !== 'Escape') return null;
  return Object.hasOwn(ACTIONS, press.key) ? (ACTIONS[press.key] ?? null) : null;
}

export type PageAction = 'search' | 'help' | 'undo' | 'redo';

const PAGE_ACTIONS: Readonly<Record<string, PageAction>> = {
  ...{ '/': 'search', '?': 'help', u: 'undo', U: 'redo' },
};

/** What a key press asks of the page, wherever the keyboard is, but for texts. */
export function pageActionOf(press: Press & Pick<KeyboardEvent, 'shiftKey'>): PageAction | null {
  if (isForText(press)) return null;
  if (press.ctrlKey || press.metaKey) {
    if (press.altKey || press.key.toLowerCase() !== 'z') return null;
    return press.shiftKey ? 'redo' : 'undo';
  }
  if (press.altKey || press.target instanceof HTMLSelectElement) return null;
  return Object.hasOwn(PAGE_ACTIONS, press.key) ? (PAGE_ACTIONS[press.key] ?? null) : null;
}

/** Whether keys go into a text, or to a dialog over the list. */
export function isForText({ target }: Pick<Press, 'target'>): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(TEXTS_AND_DIALOGS) !== null;
}

export function hasModifier({ ctrlKey, metaKey, altKey }: Press): boolean {
  return ctrlKey || metaKey || altKey;
}
