import { type RefObject, useEffect, useRef } from 'react';
import { whenIdle } from './later';

const loadPlacing = () => import('./placing');
whenIdle(loadPlacing);

/**
 * Shows an element (with `popover="auto"`) in the top layer beside its anchor for as long as it is
 * there; `onClose` hears that the browser closed it, as on a click elsewhere. The keyboard goes to
 * the first thing in it and, unless it is elsewhere by then, back to the anchor.
 */
export function usePopover(
  element: RefObject<HTMLElement | null>,
  anchor: HTMLElement,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useEffect(() => {
    const { current: popover } = element;
    if (!popover) return;
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') close.current();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // or the browser would close the whole popup
      event.stopPropagation();
      close.current();
    };
    popover.showPopover();
    popover.querySelector<HTMLElement>('input, button')?.focus();
    popover.addEventListener('toggle', onToggle as EventListener);
    popover.addEventListener('keydown', onKeyDown);
    let isGone = false;
    let stopPlacing = () => {};
    void loadPlacing().then(({ placeBeside }) => {
      if (!isGone) stopPlacing = placeBeside(popover, anchor);
    });
    return () => {
      isGone = true;
      const { activeElement } = document;
      const isHere = activeElement === document.body || popover.contains(activeElement);
      stopPlacing();
      popover.removeEventListener('toggle', onToggle as EventListener);
      if (isHere) anchor.focus();
    };
  }, [element, anchor]);
}
