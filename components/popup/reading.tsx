import { Empty } from '@/components/design/empty';
import { t } from '@/lib/i18n';

/** Says that a page is being read, if that takes long. */
export function Reading() {
  return (
    <div className="soon" role="status">
      <Empty title={t('popupReading')}>
        <p>{t('popupReadingHint')}</p>
      </Empty>
    </div>
  );
}
