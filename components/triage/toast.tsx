import { useEffect, useState } from 'react';
import { withKey } from '@/components/keys/key-name';
import { t } from '@/lib/i18n';
import type { KeySettings } from '@/lib/settings/keys';
import type { Place } from '@/lib/triage/actions';
import type { Toast as Shown } from '@/lib/triage/toast';

/** Long enough to read and to reach the button, in milliseconds. */
const SHOWN_MS = 8_000;

interface ToastProps {
  readonly toast: Shown | null;
  /** Does what its button offers. */
  readonly onPress: () => void;
  readonly onClose: () => void;
  readonly place: Place;
  readonly keys: KeySettings;
}

/** Says for a while what was done, with "Undo"; or what went wrong, until it is closed. */
export function Toast({ toast, place, keys, onPress, onClose }: ToastProps) {
  const [isHeld, setHeld] = useState(false);
  const isFailure = toast?.kind === 'failure';
  const button = toast?.button;

  useEffect(() => {
    if (!toast || isFailure || isHeld) return; // what went wrong stays until it is read
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isFailure, isHeld, onClose]);

  const text = toast && (
    <>
      <span className="toast-text" dir="auto">
        {toast.text}
      </span>
      {toast.title !== null && (
        // On a page the keyboard is at the paper's row, whose title screen readers have just read.
        <span className="toast-title" dir="auto" title={toast.title} aria-hidden={place === 'page'}>
          {toast.title}
        </span>
      )}
    </>
  );
  return (
    <>
      <div
        className="toast"
        role="status"
        data-shown={(toast && !isFailure) || undefined}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {!isFailure && text}
        {button && (
          <button
            type="button"
            title={withKey(t(button.kind), keys, place, button.kind)}
            onClick={() => {
              setHeld(false); // the button goes from under the pointer
              onPress();
            }}
          >
            {t(button.kind)}
          </button>
        )}
      </div>
      {isFailure && (
        <div className="toast" role="alert" data-shown data-kind="failure">
          {text}
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  );
}
