import { type MouseEvent, useState } from 'react';

/** The state of a button that opens and closes a popover next to it. */
export function usePopoverButton(kind: 'dialog' | 'menu' = 'dialog') {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return {
    /** The button, while the popover is open; otherwise `null`. */
    anchor,
    close: () => setAnchor(null),
    /** Attributes for the button. */
    button: {
      'aria-haspopup': kind,
      'aria-expanded': anchor !== null,
      onClick: ({ currentTarget }: MouseEvent<HTMLElement>) =>
        setAnchor(anchor === null ? currentTarget : null),
    },
  };
}
