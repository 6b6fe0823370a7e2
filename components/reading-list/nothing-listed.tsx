import { Empty } from '@/components/design/empty';
import { t } from '@/lib/i18n';
import { askForEverything } from './list-state';

/** Explains why no paper is listed: the whole list is empty, or nothing matches. */
export function NothingListed({ isWhole }: { readonly isWhole: boolean }) {
  if (isWhole) {
    return (
      <Empty title={t('popupEmpty')}>
        <p>{t('popupEmptyHint')}</p>
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
