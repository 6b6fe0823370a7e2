import { t } from '@/lib/i18n';
import { requestZotero, revokeZotero, useZoteroAllowed } from './permission';

/** Setting: whether Winnow may access Zotero. */
export function ZoteroOption() {
  const isAllowed = useZoteroAllowed();
  return (
    <div className="option">
      <span>{t('settingsZotero')}</span>
      <p className="quiet">
        {isAllowed !== undefined &&
          t(isAllowed ? 'settingsZoteroAllowed' : 'settingsZoteroNotAllowed')}
      </p>
      {isAllowed !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => void (isAllowed ? revokeZotero() : requestZotero())}
        >
          {t(isAllowed ? 'settingsZoteroWithdraw' : 'allow')}
        </button>
      )}
    </div>
  );
}
