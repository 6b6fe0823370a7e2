import { Empty } from '@/components/design/empty';
import { t } from '@/lib/i18n';
import { askForEverything } from './list-state';

/** Says why no paper is listed: there is none on the whole list, or none that was asked for. */
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
