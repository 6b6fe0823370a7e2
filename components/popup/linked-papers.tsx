import { useMemo } from 'react';
import { Empty } from '@/components/design/empty';
import type { OpenTab } from '@/components/page-link/open-tab';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { plural, t } from '@/lib/i18n';
import { LookUpLine } from './look-up-line';
import { PagePapers } from './page-papers';
import { Reading } from './reading';
import type { ShownPage, TabProps } from './shown-page';
import { useLinkedPapers } from './use-linked-papers';
import { type PageLinks, useLinks } from './use-links';
import { useOwnFilter } from './use-own-filter';

/** The papers that any page is about or links to, or why there are none. */
export function LinkedPapers({ tab, ...others }: TabProps & { readonly tab: OpenTab }) {
  const links = useLinks(tab);
  switch (links.kind) {
    case 'reading':
      return <Reading />;
    case 'unreadable':
      return (
        <Empty title={t('popupUnreadablePage')}>
          <p>{t('popupUnreadablePageHint')}</p>
          <TodayLinks />
        </Empty>
      );
    case 'read':
      return links.papers.length > 0 ? (
        <FoundPapers links={links} {...others} />
      ) : (
        <Empty title={t('popupElsewhere')}>
          <p>{t('popupNoneLinkedHint')}</p>
          <TodayLinks />
        </Empty>
      );
  }
}

interface FoundPapersProps extends TabProps {
  readonly links: PageLinks & { readonly kind: 'read' };
}

function FoundPapers({ links, ...others }: FoundPapersProps) {
  const found = useLinkedPapers(links.papers);
  const papers = found?.papers ?? NO_PAPERS;
  const { filter, problems, matching, setFilter } = useOwnFilter(papers);
  const link = useMemo<ShownPage['link']>(
    () => ({
      request(request) {
        if ('filter' in request) setFilter(request.filter);
      },
    }),
    [setFilter],
  );
  if (!found) return null;
  const view = { papers, filter, problems, matching, unreadable: 0, failures: NO_FAILURES };
  const isOwnAlone = links.own !== null && papers.length === 1;
  return (
    <PagePapers
      page={{ view, link }}
      counted={isOwnAlone ? t('popupOwnPaper') : plural('popupLinked', papers.length)}
      canShow={false}
      saved={found.saved}
      {...others}
    >
      {links.isCut && <p className="remark">{t('popupLinkedCut', papers.length)}</p>}
      <LookUpLine incomplete={found.incomplete} />
    </PagePapers>
  );
}

const NO_PAPERS: readonly [] = [];
const NO_FAILURES = {};
