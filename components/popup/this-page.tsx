import { Empty } from '@/components/design/empty';
import type { PageStatus } from '@/components/page-link/use-page';
import { todaysListings } from '@/components/paper-parts/listings';
import { t } from '@/lib/i18n';
import { PagePapers, type PagePapersProps } from './page-papers';
import { UnreadableLine } from './unreadable-line';

interface ThisPageProps extends Omit<PagePapersProps, 'page'> {
  readonly page: PageStatus;
}

/** The papers of the active tab, or why there are none. Filtering here also filters the page. */
export function ThisPage({ page, ...others }: ThisPageProps) {
  switch (page.kind) {
    case 'looking':
      return null;
    case 'elsewhere':
      return (
        <Empty title={t('popupElsewhere')}>
          <p>{t('popupElsewhereHint')}</p>
          <Places />
        </Empty>
      );
    case 'unlinked':
      return (
        <Empty title={t('popupReload')}>
          <p>{t('popupReloadHint')}</p>
        </Empty>
      );
    case 'linked':
      return page.view.papers.length > 0 ? (
        <PagePapers page={page} {...others} />
      ) : (
        <Empty title={page.view.site ? t('popupNoneOn', page.view.site) : t('popupNoneHere')}>
          <UnreadableLine count={page.view.unreadable} />
          <p>{t('popupNoneHint')}</p>
          <Places />
        </Empty>
      );
  }
}

/** Links to pages with papers. */
function Places() {
  return (
    <ul className="places">
      {todaysListings().map(({ name, url }) => (
        <li key={url}>
          <a className="button" href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
