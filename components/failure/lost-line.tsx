import { useSetting } from '@/components/design/use-setting';
import { t } from '@/lib/i18n';
import { libraryLost } from '@/lib/settings/settings';
import { openLibrary } from '@/lib/util/library-tab';

/** A line that says the browser has lost the library; the library page offers remedies. */
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
