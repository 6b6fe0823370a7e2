import { t } from '@/lib/i18n';
import { hrefOf } from './route';

/** The way from a section with nothing in it to the papers. */
export function ToPapers() {
  return (
    <a className="button" href={hrefOf('papers')}>
      {t('emptyToPapers')}
    </a>
  );
}
