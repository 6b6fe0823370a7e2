import { t } from '@/lib/i18n';
import { askForZotero, useZoteroAllowed, withdrawZotero } from './permission';

/** On the settings page: whether Winnow may reach Zotero, and the button that changes it. */
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
          onClick={() => void (isAllowed ? withdrawZotero() : askForZotero())}
        >
          {t(isAllowed ? 'settingsZoteroWithdraw' : 'allow')}
        </button>
      )}
    </div>
  );
}
