/** Whether a side panel shows this page. */
import type { Browser } from 'wxt/browser';

/**
 * A side panel leaves the page of a tab that goes out of view, and comes back within this time of its
 * return, in milliseconds.
 */
const RETURN_MS = 300;

type Port = Pick<Browser.runtime.Port, 'onDisconnect'>;

/**
 * Returns a function that takes the ports of side panels. `onChange` hears when the first connects,
 * and when the last is gone for good.
 */
export function watchSidePanels(
  document: Document,
  onChange: (isOpen: boolean) => void,
  signal: AbortSignal,
): (port: Port) => void {
  const connected = new Set<Port>();
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function settle(): void {
    clearTimeout(timer);
    if (!isOpen || connected.size > 0 || document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      isOpen = false;
      onChange(false);
    }, RETURN_MS);
  }

  document.addEventListener('visibilitychange', settle, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (port) => {
    clearTimeout(timer);
    connected.add(port);
    port.onDisconnect.addListener(() => {
      connected.delete(port);
      if (!signal.aborted) settle();
    });
    if (isOpen) return;
    isOpen = true;
    onChange(true);
  };
}
