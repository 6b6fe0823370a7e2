import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';

/** Long enough to read and to reach the button, in milliseconds. */
const SHOWN_MS = 8_000;

/**
 * Says what was done, and offers to take it back. It is the page's one live region: what went wrong
 * is said in it too, and stays until it was read.
 */
export function PageToast({ bridge }: { readonly bridge: PageBridge }) {
  const toast = useStore(bridge.ui, (ui) => ui.toast);
  const corner = useStore(bridge.panel, (panel) => panel.corner);
  const [isHeld, setHeld] = useState(false);
  const close = () => bridge.ui.setState({ toast: null });

  useEffect(() => {
    if (!toast || toast.kind === 'failure' || isHeld) return;
    const timer = setTimeout(() => bridge.ui.setState({ toast: null }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [bridge, toast, isHeld]);

  return (
    <div
      className="page-toast"
      role="status"
      data-kind={toast?.kind}
      data-panel={corner}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast && (
        <>
          <span className="said">{toast.text}</span>
          {toast.title !== null && (
            <span className="of" dir="auto" title={toast.title} aria-hidden>
              {toast.title}
            </span>
          )}
          {toast.button && (
            <button type="button" onClick={() => void bridge.pressToast()}>
              {t(toast.button.kind === 'undo' ? 'toastUndo' : 'toastRedo')}
            </button>
          )}
          {toast.kind === 'failure' && (
            <button type="button" onClick={close}>
              {t('toastClose')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
