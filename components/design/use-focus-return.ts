import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When an element goes that has the focus within it, gives the focus back to what had it before,
 * else to `fallback`; unless something else took it meanwhile. To be called before the element is
 * given the focus.
 */
export function useFocusReturn(
  element: RefObject<HTMLElement | null>,
  fallback: HTMLElement | null = null,
): void {
  const hadFocus = useRef(false);
  const latest = useRef(fallback);
  latest.current = fallback;

  useLayoutEffect(() => {
    const { current } = element;
    return () => {
      hadFocus.current = current?.matches(':focus-within') ?? false;
    };
  }, [element]);

  useEffect(() => {
    const root = element.current?.getRootNode();
    const isTree = root instanceof Document || root instanceof ShadowRoot;
    const before = isTree ? root.activeElement : null;
    return () => {
      // Not before the element is gone: until then React tells nobody that the focus moves.
      if (!hadFocus.current || document.activeElement !== document.body) return;
      const isThere = before instanceof HTMLElement && before.isConnected;
      const target = isThere && before !== document.body ? before : latest.current;
      target?.focus({ preventScroll: true });
    };
  }, [element]);
}
