import { t } from '@/lib/i18n';

/** Looked up early: once the extension context is invalid, texts are no longer available. */
const TEXTS = { message: t('rowOutdated'), reload: t('popupReload') };

/** In place of the bar once the extension was updated or removed: nothing else works here any more. */
export function Outdated() {
  return (
    <div className="bar">
      <p>{TEXTS.message}</p>
      <div className="bar-end">
        <button type="button" onClick={() => location.reload()}>
          {TEXTS.reload}
        </button>
      </div>
    </div>
  );
}
