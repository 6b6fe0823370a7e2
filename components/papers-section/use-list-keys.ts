import { useEffect, useRef } from 'react';
import {
  isForText,
  type ListAction,
  listActionOf,
  pageActionOf,
} from '@/components/paper-list/list-keys';

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

/** What a list of papers does by keys. */
export interface ListKeys {
  /** By so many rows; choosing all in between. */
  readonly move: (step: number, extendsRange: boolean) => void;
  readonly choose: () => void;
  readonly chooseAll: () => void;
  readonly act: (action: Exclude<ListAction, keyof typeof STEPS>) => void;
}

const STEPS = {
  ...{ next: 1, previous: -1, nextPage: PAGE, previousPage: -PAGE },
  ...{ first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY },
} as const;

/**
 * Keys of the list work in it, and where nothing has the focus. Letters work beside it too, where
 * the details are read; `/` goes to the search box from wherever one does not type.
 * @returns what hears the keys that are pressed in the list and beside it
 */
export function useListKeys(keys: ListKeys, box: React.RefObject<HTMLInputElement | null>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      if (pageActionOf(event) === 'search') {
        event.preventDefault();
        box.current?.focus();
        box.current?.select();
      } else if (event.target === document.body) {
        onListKey(event, latest.current);
      }
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [box]);
  return ({ nativeEvent }: React.KeyboardEvent) => {
    const { target, key } = nativeEvent;
    if (!(target instanceof Element) || target.closest('.facets')) return;
    const isBeside = target.closest('.paper-detail') !== null; // other keys scroll there
    if (isBeside && !/^[a-z]$/.test(key)) return;
    onListKey(nativeEvent, keys);
  };
}

function onListKey(event: KeyboardEvent, keys: ListKeys): void {
  if (event.defaultPrevented || isForText(event)) return;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a' && !shiftKey && !altKey) {
    event.preventDefault();
    keys.chooseAll();
    return;
  }
  const { target } = event;
  // With Shift, `j` and `k` choose all in between, as the arrow keys do.
  const pressed = key === 'J' || key === 'K' ? key.toLowerCase() : key;
  const action = listActionOf({ key: pressed, ctrlKey, metaKey, altKey, target });
  if (!action) return;
  event.preventDefault();
  if (isStep(action)) keys.move(STEPS[action], shiftKey);
  else if (key === ' ') keys.choose();
  else keys.act(action);
}

function isStep(action: ListAction): action is keyof typeof STEPS {
  return Object.hasOwn(STEPS, action);
}
