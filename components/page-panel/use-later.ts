import { startTransition, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * What a store holds, a moment later: a click on a row is painted first, and what is said of
 * thousands of rows is worked out after it. `useStore` renders at once, if only to find nothing new.
 */
export function useLater<T>(store: StoreApi<T>): T {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    const follow = () => startTransition(() => setState(store.getState));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
