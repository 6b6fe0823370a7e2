import { type KeyboardEvent, useEffect } from 'react';

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

export interface ListKeys {
  /** By so many rows; choosing all in between. */
  readonly move: (step: number, extendsRange: boolean) => void;
  readonly choose: () => void;
  readonly chooseAll: () => void;
  /** Gives up what is chosen, else what is searched for. */
  readonly clear: () => void;
  readonly open: () => void;
  readonly star: () => void;
  readonly dismiss: () => void;
  readonly tag: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ...{ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 },
  ...{ PageDown: PAGE, PageUp: -PAGE },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

const ACTIONS: Readonly<Record<string, keyof Omit<ListKeys, 'move'>>> = {
  ...({ s: 'star', x: 'dismiss', t: 'tag', u: 'undo' } as const),
  ...({ o: 'open', Enter: 'open', ' ': 'choose', Delete: 'remove', Escape: 'clear' } as const),
};

/** The keys of a list; they are off while one types. */
export function onListKey(event: KeyboardEvent, keys: ListKeys): void {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (isTyping(target) || altKey || event.defaultPrevented) return;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'a' || shiftKey) return;
    event.preventDefault();
    keys.chooseAll();
    return;
  }
  const step = STEPS[key.length === 1 ? key.toLowerCase() : key];
  if (step !== undefined) {
    event.preventDefault();
    keys.move(step, shiftKey);
    return;
  }
  const action = ACTIONS[key];
  const isForControl = (key === 'Enter' || key === ' ') && isControl(target);
  if (!action || isForControl) return;
  event.preventDefault();
  keys[action]();
}

/** `/` goes to the search box from wherever on the page one does not type. */
export function useSearchKey(box: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [box]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches(
      'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])',
    )
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, input') !== null;
}
