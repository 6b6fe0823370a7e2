import { useSetting } from '@/components/settings-page/use-setting';
import { t } from '@/lib/i18n';
import { openLibrary } from '@/lib/library-tab';
import { libraryLost } from '@/lib/settings';

/** Says in a line that the browser has lost the library; the library page offers what to do. */
export function LostLine() {
  const [lost] = useSetting(libraryLost);
  if (!lost) return null;
  return (
    <p className="lost-line" role="alert">
      <strong>{t('libraryLost')}</strong>
      <button type="button" className="text-button" onClick={() => void openLibrary()}>
        {t('libraryLostShow')}
      </button>
    </p>
  );
}
