import { type MouseEvent, useState } from 'react';

/** What a button needs to open a popover beside it, and to close it again. */
export function usePopoverButton(kind: 'dialog' | 'menu' = 'dialog') {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return {
    /** Where the popover stands for as long as it is open; `null` while it is closed. */
    anchor,
    close: () => setAnchor(null),
    /** The button's attributes. */
    button: {
      'aria-haspopup': kind,
      'aria-expanded': anchor !== null,
      onClick: ({ currentTarget }: MouseEvent<HTMLElement>) =>
        setAnchor(anchor === null ? currentTarget : null),
    },
  };
}
