import { useEffect, useState } from 'react';
import { t } from '@/lib/i18n';
import { useTriage } from './use-triage';

/** Long enough to read and to reach the button. */
const SHOWN_MS = 8_000;

/** Says what was done, with "Undo", or what went wrong. */
export function Toast() {
  const { notice, turnBack, dismissNotice } = useTriage();
  const [isHeld, setHeld] = useState(false);
  const isFailure = notice?.kind === 'failure';

  useEffect(() => {
    if (!notice || isFailure || isHeld) return; // what went wrong stays until it was read
    const timer = setTimeout(dismissNotice, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, isFailure, isHeld, dismissNotice]);

  return (
    <>
      <div
        className="toast"
        role="status"
        data-shown={(notice && !isFailure) || undefined}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {notice && !isFailure && (
          <>
            <span className="toast-text" title={notice.text} dir="auto">
              {notice.text}
            </span>
            {(notice.kind === 'done' || notice.redoes) && (
              <button
                type="button"
                title={t(notice.kind === 'done' ? 'undoHint' : 'redoHint')}
                onClick={() => {
                  setHeld(false); // the button goes from under the pointer
                  void turnBack();
                }}
              >
                {t(notice.kind === 'done' ? 'undo' : 'redo')}
              </button>
            )}
          </>
        )}
      </div>
      {isFailure && (
        <div className="toast" role="alert" data-shown data-kind="failure">
          <span className="toast-text">{notice.text}</span>
          <button type="button" onClick={dismissNotice}>
            {t('close')}
          </button>
        </div>
      )}
    </>
  );
}
