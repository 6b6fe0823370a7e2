import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react';
import { whenIdle } from './later';
import { useFocusReturn } from './use-focus-return';

const loadPlacing = () => import('./placing');
whenIdle(loadPlacing);

interface PopoverProps extends Omit<ComponentProps<'div'>, 'ref' | 'popover' | 'onToggle'> {
  readonly role: 'dialog' | 'menu';
  readonly anchor: HTMLElement;
  /** Called on Escape, and on a click outside. */
  readonly onClose: () => void;
  /** For content that grows while it is used: see `placeBeside`. */
  readonly roomWanted?: number;
  /** Focuses the first control in it; otherwise its content has to take the focus. */
  readonly focusesFirst?: boolean;
}

/**
 * A popover next to its anchor, open for as long as it is rendered. Keys do not reach what is below
 * it. When it closes, the focus returns to where it came from.
 */
export function Popover(props: PopoverProps) {
  const { anchor, onClose, roomWanted, focusesFirst = true, onKeyDown, ...attributes } = props;
  const element = useRef<HTMLDivElement>(null);
  useFocusReturn(element, anchor);

  useEffect(() => {
    element.current?.showPopover();
    if (focusesFirst) element.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [focusesFirst]);

  useEffect(() => {
    const { current: popover } = element;
    let isGone = false;
    let stop = () => {};
    void loadPlacing().then(({ placeBeside }) => {
      if (popover && !isGone) stop = placeBeside(popover, anchor, roomWanted);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [anchor, roomWanted]);

  function hear(event: KeyboardEvent<HTMLDivElement>): void {
    event.stopPropagation();
    if (event.key !== 'Escape') onKeyDown?.(event);
    else if (!event.nativeEvent.isComposing) {
      event.preventDefault(); // otherwise the browser closes the popup
      onClose();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is among the attributes
    <div
      {...attributes}
      ref={element}
      popover="auto"
      onKeyDown={hear}
      onToggle={({ newState, target, currentTarget }) => {
        const isOwn = target === currentTarget; // React has it bubble, from popovers in this one
        if (isOwn && newState === 'closed') onClose();
      }}
    />
  );
}
