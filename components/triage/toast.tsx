import { useEffect } from 'react';
import { useTriage } from './use-triage';

/** Long enough to read and to reach the button. */
const SHOWN_MS = 8_000;

/** Says what was done, with "Undo", or what went wrong. */
export function Toast() {
  const { notice, undo, dismissNotice } = useTriage();
  const isFailure = notice?.kind === 'failure';

  useEffect(() => {
    if (!notice || isFailure) return; // what went wrong stays until it was read
    const timer = setTimeout(dismissNotice, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, isFailure, dismissNotice]);

  return (
    <>
      <div className="toast" role="status" data-shown={(notice && !isFailure) || undefined}>
        {notice && !isFailure && (
          <>
            <span className="toast-text">{notice.text}</span>
            {notice.kind === 'done' && (
              <button type="button" onClick={() => void undo(notice.undoes)}>
                Undo
              </button>
            )}
          </>
        )}
      </div>
      {isFailure && (
        <div className="toast" role="alert" data-shown data-kind="failure">
          <span className="toast-text">{notice.text}</span>
          <button type="button" onClick={dismissNotice}>
            Close
          </button>
        </div>
      )}
    </>
  );
}
