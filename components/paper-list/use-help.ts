import { useState } from 'react';

/** Whether the help is open; what had the focus before gets it back. */
export function useHelp() {
  const [opener, setOpener] = useState<Element | null>(null);
  return {
    isOpen: opener !== null,
    open: () => setOpener(document.activeElement ?? document.body),
    close(): void {
      setOpener(null);
      if (opener instanceof HTMLElement) requestAnimationFrame(() => opener.focus());
    },
  };
}
