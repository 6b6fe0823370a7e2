import { useSyncExternalStore } from 'react';

/** The widest of these widths, in px, that the window has; 0 if it has none of them. */
export function useRoom(widths: readonly number[]): number {
  return useSyncExternalStore(followWindow, () =>
    Math.max(0, ...widths.filter((width) => width <= window.innerWidth)),
  );
}

function followWindow(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}
