import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react';
import { whenIdle } from './later';
import { useFocusReturn } from './use-focus-return';

const loadPlacing = () => import('./placing');
whenIdle(loadPlacing);

interface PopoverProps extends Omit<ComponentProps<'div'>, 'ref' | 'popover' | 'onToggle'> {
  readonly role: 'dialog' | 'menu';
  readonly anchor: HTMLElement;
  /** Called by Escape and by a click elsewhere. */
  readonly onClose: () => void;
  /** For what grows while it is used: see `placeBeside`. */
  readonly roomWanted?: number;
  /** Whether the focus goes to the first thing in it; else its content takes the focus by itself. */
  readonly focusesFirst?: boolean;
}

/**
 * A popover beside its anchor, open for as long as it is rendered. No key pressed in it is meant for
 * what is below it. When it closes, the focus goes back to where it came from.
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
      event.preventDefault(); // or the browser would close the whole popup
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
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose();
      }}
    />
  );
}
