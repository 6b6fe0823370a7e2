import { useEffect, useRef, useState } from 'react';
import { Sheet } from '@/components/design/sheet';
import { plural, t } from '@/lib/i18n';
import { type SendStatus, type ToSend, useZotero } from './use-zotero';
import './zotero.css';
import { ZoteroStatus } from './zotero-status';

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
