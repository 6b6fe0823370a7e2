/** What keys do in a list of papers. */

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
    press.target instanceof Element && press.target.closest('button, a, select') !== null;
  if (onControl && (press.key === 'Enter' || press.key === ' ')) return null;
  if (press.target instanceof HTMLSelectElement && press.key !== 'Escape') return null;
  return Object.hasOwn(ACTIONS, press.key) ? (ACTIONS[press.key] ?? null) : null;
}

/** Whether keys go into a text, or to a dialog over the list. */
export function isForText({ target }: Pick<Press, 'target'>): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, [contenteditable], [popover], dialog') !== null;
}

export function hasModifier({ ctrlKey, metaKey, altKey }: Press): boolean {
  return ctrlKey || metaKey || altKey;
}
