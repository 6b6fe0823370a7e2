import { useEffect, useRef, useState } from 'react';
import { Sheet } from '@/components/design/sheet';
import { formatNumber, plural, t } from '@/lib/i18n';
import type { ZoteroTarget } from '@/lib/protocol/zotero';
import { type ToSend, useZotero, type ZoteroStanding } from './use-zotero';
import './zotero.css';

interface ZoteroDialogProps {
  readonly papers: () => Promise<readonly ToSend[]>;
  readonly onClose: () => void;
}

/** Says where in Zotero papers go, sends them, and says how that went. */
export function ZoteroDialog({ papers, onClose }: ZoteroDialogProps) {
  const actions = useRef<HTMLElement>(null);
  const { standing, look, allow, send, stop } = useZotero(papers);
  const [isAgain, setAgain] = useState(false);
  const isSending = standing.kind === 'sending';
  // Buttons make room for others: the keyboard goes along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that there are others
  useEffect(() => {
    actions.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [standing.kind]);

  return (
    <Sheet
      title={t('zoteroOpen')}
      name="zotero"
      isBusy={isSending}
      onClose={onClose}
      onEscape={isSending ? stop : onClose}
    >
      <div className="sheet-body">
        <Standing standing={standing} isAgain={isAgain} onAgain={setAgain} onLook={look} />
      </div>
      <footer ref={actions} className="sheet-actions">
        {standing.kind === 'permission' && (
          <button type="button" className="button primary" onClick={allow}>
            {t('allow')}
          </button>
        )}
        {standing.kind === 'ready' && (
          <SendButton
            standing={standing}
            isAgain={isAgain}
            onSend={() => send(standing.target, isAgain)}
          />
        )}
        {isSending && (
          <button type="button" className="button" onClick={stop}>
            {t('zoteroStop')}
          </button>
        )}
        {standing.kind === 'failed' && (
          <button type="button" className="button primary" onClick={look}>
            {t('zoteroTryAgain')}
          </button>
        )}
        {standing.kind === 'done' && (
          <button type="button" className="button primary" onClick={onClose}>
            {t('close')}
          </button>
        )}
      </footer>
    </Sheet>
  );
}

type Ready = ZoteroStanding & { readonly kind: 'ready' };

interface SendButtonProps {
  readonly standing: Ready;
  readonly isAgain: boolean;
  readonly onSend: () => void;
}

function SendButton({ standing, isAgain, onSend }: SendButtonProps) {
  const { target, total, before } = standing;
  const count = isAgain ? total : total - before;
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

interface StandingProps {
  readonly standing: ZoteroStanding;
  readonly isAgain: boolean;
  readonly onAgain: (isAgain: boolean) => void;
  readonly onLook: () => void;
}

function Standing({ standing, isAgain, onAgain, onLook }: StandingProps) {
  switch (standing.kind) {
    case 'looking':
      return <p role="status">{t('zoteroLooking')}</p>;
    case 'permission':
      return (
        <>
          <p>{t('zoteroAsk')}</p>
          {standing.isRefused && (
            <p className="problem" role="alert">
              {t('zoteroAskRefused')}
            </p>
          )}
        </>
      );
    case 'ready':
      return (
        <>
          <Target target={standing.target} onLook={onLook} />
          {standing.before > 0 && (
            <label className="zotero-again">
              <input
                type="checkbox"
                checked={isAgain}
                onChange={({ target }) => onAgain(target.checked)}
              />
              {standing.total === 1
                ? t('zoteroAgainOne')
                : t('zoteroAgain', formatNumber(standing.before), formatNumber(standing.total))}
            </label>
          )}
          <p className="quiet">{t('zoteroWhat')}</p>
        </>
      );
    case 'sending': {
      const { done, total } = standing;
      const label = t('exportProgress', formatNumber(done), formatNumber(total));
      return (
        <>
          <p role="status">{label}</p>
          <progress aria-label={label} value={done} max={total} />
        </>
      );
    }
    case 'done': {
      const { done, total, target } = standing;
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
            {standing.message}
          </p>
          {standing.done > 0 && (
            <p>{t('zoteroSentSome', formatNumber(standing.done), formatNumber(standing.total))}</p>
          )}
        </>
      );
  }
}

function Target({ target, onLook }: { target: ZoteroTarget; onLook: () => void }) {
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
      <button type="button" className="text-button" onClick={onLook}>
        {t('zoteroLookAgain')}
      </button>
    </div>
  );
}
