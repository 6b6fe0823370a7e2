import { browser } from 'wxt/browser';
import { Empty } from '@/components/design/empty';
import { later } from '@/components/design/later';
import type { OpenTab } from '@/components/page-link/open-tab';
import type { PageStatus } from '@/components/page-link/use-page';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { plural, t } from '@/lib/i18n';
import { PagePapers } from './page-papers';
import { Reading } from './reading';
import type { TabProps } from './shown-page';
import { UnreadableLine } from './unreadable-line';

const LinkedPapers = later(() => import('./linked-papers').then((module) => module.LinkedPapers));

interface ThisPageProps extends TabProps {
  readonly page: PageStatus;
}

/** The papers of the active tab, or why there are none. Filtering here also filters the page. */
export function ThisPage({ page, ...others }: ThisPageProps) {
  switch (page.kind) {
    case 'looking':
      return null;
    case 'elsewhere':
      return <AnyPage tab={page.tab} {...others} />;
    case 'loading':
      return <Reading />;
    case 'unlinked':
      return (
        <Empty title={t('popupReload')}>
          <p>{t('popupReloadHint')}</p>
          <button
            type="button"
            className="button"
            onClick={() => void browser.tabs.reload(page.tab.id)}
          >
            {t('popupReloadNow')}
          </button>
        </Empty>
      );
    case 'linked': {
      const { papers, site, unreadable } = page.view;
      if (papers.length > 0) {
        const counted = plural('popupOnPage', papers.length, site ?? '');
        return <PagePapers page={page} counted={counted} canShow {...others} />;
      }
      // A page without a load, as Hugging Face's: its script is there, but it is of no known kind.
      if (site === null) return <AnyPage tab={page.tab} {...others} />;
      return (
        <Empty title={t('popupNoneOn', site)}>
          <UnreadableLine count={unreadable} />
          <p>{t('popupNoneHint')}</p>
          <TodayLinks />
        </Empty>
      );
    }
  }
}

/** A page that Winnow has no script on: the papers that it links to. */
function AnyPage({ tab, ...others }: TabProps & { readonly tab: OpenTab | null }) {
  if (tab) return <LinkedPapers key={`${tab.id} ${tab.url}`} tab={tab} {...others} />;
  return (
    <Empty title={t('popupElsewhere')}>
      <p>{t('popupElsewhereHint')}</p>
      <TodayLinks />
    </Empty>
  );
}
