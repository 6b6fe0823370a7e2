import { startTransition, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';

/**
 * A store's state, updated in a transition: a click on a row is painted before summaries of
 * thousands of rows are computed. `useStore` would render synchronously.
 */
export function useDeferredStore<T>(store: StoreApi<T>): T {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    const follow = () => startTransition(() => setState(store.getState));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
