import { Empty } from '@/components/design/empty';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { t } from '@/lib/i18n';
import { openLibrary } from '@/lib/util/library-tab';
import { askForEverything } from './list-state';

/** Explains why no paper is listed: the whole list is empty, or nothing matches. */
export function NothingListed({ isWhole }: { readonly isWhole: boolean }) {
  if (isWhole) {
    return (
      <Empty title={t('popupEmpty')}>
        <p>{t('popupEmptyHint')}</p>
        <TodayLinks />
        <p>{t('emptyLibraryOr')}</p>
        <p className="empty-links">
          <button type="button" className="button" onClick={() => void openLibrary('#/import')}>
            {t('section_import')}
          </button>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t('popupNothing')}>
      <p>{t('popupNothingHint')}</p>
      <button type="button" className="button" onClick={askForEverything}>
        {t('popupShowList')}
      </button>
    </Empty>
  );
}
