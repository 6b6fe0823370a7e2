import { useEffect, useRef } from 'react';
import { actionOfPress, type ListPress } from '@/components/keys/list-press';
import {
  type ActionIn,
  isMovement,
  isOfList,
  type ListActionIn,
  type Movement,
} from '@/lib/triage/actions';

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

const STEPS: Readonly<Record<Movement, number>> = {
  ...{ next: 1, previous: -1, nextPage: PAGE, previousPage: -PAGE },
  ...{ first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY },
};

/** Actions beside those that move, which `selectRange` does too. */
type ListAction = Exclude<ListActionIn<'library'>, Movement | 'selectRange'>;

/** What a list of papers does by keys. */
export interface ListKeys {
  /** Moves by a number of rows; with `extendsRange`, selects all in between. */
  readonly move: (step: number, extendsRange: boolean) => void;
  readonly acts: Readonly<Record<ListAction, () => void>>;
}

/**
 * Runs the actions of the list by key: in it and where nothing has the focus; by letter also in the
 * details beside it.
 * @returns the handler for keys pressed in the list and beside it
 */
export function useListKeys(keys: ListKeys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.target === document.body) onListKey(event, latest.current);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return ({ nativeEvent }: React.KeyboardEvent) => {
    const { target, key } = nativeEvent;
    if (!(target instanceof Element) || target.closest('.facets')) return;
    const isBeside = target.closest('.paper-detail') !== null;
    if (isBeside && (key.length > 1 || key === ' ')) return; // these scroll there
    onListKey(nativeEvent, keys);
  };
}

function onListKey(event: KeyboardEvent, keys: ListKeys): void {
  if (event.defaultPrevented) return;
  const action = actionOfPress(event, 'library');
  const movement = movementOf(event, action);
  if (movement) keys.move(STEPS[movement], event.shiftKey);
  else if (action && action !== 'selectRange' && isOfList<'library'>(action) && !isMovement(action))
    keys.acts[action]();
  else return;
  event.preventDefault();
}

/** With Shift, every key that moves selects all in between. */
function movementOf(event: KeyboardEvent, action: ActionIn<'library'> | null): Movement | null {
  const isShifted = event.shiftKey && (action === null || action === 'selectRange');
  const plain = isShifted ? actionOfPress(withoutShift(event), 'library') : action;
  return plain && isMovement(plain) ? plain : null;
}

function withoutShift({ key, code, ctrlKey, metaKey, altKey, target }: KeyboardEvent): ListPress {
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return { key: plain, code, ctrlKey, metaKey, altKey, target, shiftKey: false };
}
