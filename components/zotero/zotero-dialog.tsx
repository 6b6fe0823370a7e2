import { useEffect, useRef, useState } from 'react';
import { Sheet } from '@/components/design/sheet';
import { formatNumber, plural, t } from '@/lib/i18n';
import type { ZoteroTarget } from '@/lib/protocol/zotero';
import { type SendStatus, type ToSend, useZotero } from './use-zotero';
import './zotero.css';

interface ZoteroDialogProps {
  readonly papers: () => Promise<readonly ToSend[]>;
  readonly onClose: () => void;
}

/** Shows where in Zotero papers will go, sends them, and reports the result. */
export function ZoteroDialog({ papers, onClose }: ZoteroDialogProps) {
  const actions = useRef<HTMLElement>(null);
  const { status, refresh, allow, send, stop } = useZotero(papers);
  const [isResending, setResending] = useState(false);
  const isSending = status.kind === 'sending';
  // Each state has its own buttons: move the focus along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the buttons change
  useEffect(() => {
    actions.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [status.kind]);

  return (
    <Sheet
      title={t('zoteroOpen')}
      name="zotero"
      isBusy={isSending}
      onClose={onClose}
      onEscape={isSending ? stop : onClose}
    >
      <div className="sheet-body">
        <ZoteroStatus
          status={status}
          isResending={isResending}
          onResendingChange={setResending}
          onRefresh={refresh}
        />
      </div>
      <footer ref={actions} className="sheet-actions">
        {status.kind === 'permission' && (
          <button type="button" className="button primary" onClick={allow}>
            {t('allow')}
          </button>
        )}
        {status.kind === 'ready' && (
          <SendButton
            status={status}
            isResending={isResending}
            onSend={() => send(status.target, isResending)}
          />
        )}
        {isSending && (
          <button type="button" className="button" onClick={stop}>
            {t('zoteroStop')}
          </button>
        )}
        {status.kind === 'failed' && (
          <button type="button" className="button primary" onClick={refresh}>
            {t('zoteroTryAgain')}
          </button>
        )}
        {status.kind === 'done' && (
          <button type="button" className="button primary" onClick={onClose}>
            {t('close')}
          </button>
        )}
      </footer>
    </Sheet>
  );
}

type Ready = SendStatus & { readonly kind: 'ready' };

interface SendButtonProps {
  readonly status: Ready;
  readonly isResending: boolean;
  readonly onSend: () => void;
}

function SendButton({ status, isResending, onSend }: SendButtonProps) {
  const { target, total, alreadySent } = status;
  const count = isResending ? total : total - alreadySent;
  return (
    <button
      type="button"
      className="button primary"
      disabled={count === 0 || !target.isEditable}
      onClick={onSend}
    >
      {count === 0 ? t('zoteroNothingNew') : plural('zoteroSend', count)}
    </button>
  );
}

interface ZoteroStatusProps {
  readonly status: SendStatus;
  readonly isResending: boolean;
  readonly onResendingChange: (isResending: boolean) => void;
  readonly onRefresh: () => void;
}

function ZoteroStatus({ status, isResending, onResendingChange, onRefresh }: ZoteroStatusProps) {
  switch (status.kind) {
    case 'loading':
      return <p role="status">{t('zoteroLooking')}</p>;
    case 'permission':
      return (
        <>
          <p>{t('zoteroAsk')}</p>
          {status.isRefused && (
            <p className="problem" role="alert">
              {t('zoteroAskRefused')}
            </p>
          )}
        </>
      );
    case 'ready':
      return (
        <>
          <Target target={status.target} onRefresh={onRefresh} />
          {status.alreadySent > 0 && (
            <label className="zotero-again">
              <input
                type="checkbox"
                checked={isResending}
                onChange={({ target }) => onResendingChange(target.checked)}
              />
              {status.total === 1
                ? t('zoteroAgainOne')
                : t('zoteroAgain', formatNumber(status.alreadySent), formatNumber(status.total))}
            </label>
          )}
          <p className="quiet">{t('zoteroWhat')}</p>
        </>
      );
    case 'sending': {
      const { done, total } = status;
      const label = t('exportProgress', formatNumber(done), formatNumber(total));
      return (
        <>
          <p role="status">{label}</p>
          <progress aria-label={label} value={done} max={total} />
        </>
      );
    }
    case 'done': {
      const { done, total, target } = status;
      return (
        <p role="status">
          {done < total
            ? t('zoteroStopped', formatNumber(done), formatNumber(total))
            : plural('zoteroSent', done, target.collection ?? target.library)}
        </p>
      );
    }
    case 'failed':
      return (
        <>
          <p className="problem" role="alert">
            {status.message}
          </p>
          {status.done > 0 && (
            <p>{t('zoteroSentSome', formatNumber(status.done), formatNumber(status.total))}</p>
          )}
        </>
      );
  }
}

function Target({ target, onRefresh }: { target: ZoteroTarget; onRefresh: () => void }) {
  const { library, collection, isEditable } = target;
  return (
    <div className="zotero-target">
      <p role="status">
        {collection === null
          ? t('zoteroIntoLibrary', library)
          : t('zoteroIntoCollection', collection, library)}
      </p>
      {isEditable ? (
        <p className="quiet">{t('zoteroElsewhere')}</p>
      ) : (
        <p className="problem" role="alert">
          {t('zoteroReadOnly')}
        </p>
      )}
      <button type="button" className="text-button" onClick={onRefresh}>
        {t('zoteroLookAgain')}
      </button>
    </div>
  );
}
