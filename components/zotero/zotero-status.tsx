import { plural, t } from '@/lib/i18n';
import type { ZoteroTarget } from '@/lib/protocol/zotero';
import type { SendStatus } from './use-zotero';

interface ZoteroStatusProps {
  readonly status: SendStatus;
  readonly isResending: boolean;
  readonly onResendingChange: (isResending: boolean) => void;
  readonly onRefresh: () => void;
}

/** How sending goes, and where to. */
export function ZoteroStatus({
  status,
  isResending,
  onResendingChange,
  onRefresh,
}: ZoteroStatusProps) {
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
                : t('zoteroAgain', status.alreadySent, status.total)}
            </label>
          )}
          <p className="quiet">{t('zoteroWhat')}</p>
        </>
      );
    case 'sending': {
      const { done, total } = status;
      const label = t('exportProgress', done, total);
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
            ? t('zoteroStopped', done, total)
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
          {status.done > 0 && <p>{t('zoteroSentSome', status.done, status.total)}</p>}
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
