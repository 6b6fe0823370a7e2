import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When an element that contains the focus is removed, returns the focus to what had it before, else
 * to `fallback`, unless something else has taken it. Must be called before the element is focused.
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
      // Only after the removal: during a commit, React calls no focus handlers.
      if (!hadFocus.current || document.activeElement !== document.body) return;
      const isThere = before instanceof HTMLElement && before.isConnected;
      const target = isThere && before !== document.body ? before : latest.current;
      target?.focus({ preventScroll: true });
    };
  }, [element]);
}
