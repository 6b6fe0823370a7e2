import { Empty } from '@/components/design/empty';
import { ImportIcon } from '@/components/design/icons';
import { useList } from '@/components/live-lists/use-list';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { hrefOf } from '@/components/shell/route';
import { plural, t } from '@/lib/i18n';
import { isNarrowed, isWholeList, type ListQuery, READING_LIST } from '@/lib/protocol/list-query';

const DISMISSED: ListQuery = { ...READING_LIST, shelf: 'dismissed' };

interface NoPapersProps {
  readonly query: ListQuery;
  readonly onAsk: (part: Partial<ListQuery>) => void;
}

/** Explains why there are no papers, and what to do. */
export function NoPapers({ query, onAsk }: NoPapersProps) {
  if (isWholeList(query)) return <EmptyLibrary onAsk={onAsk} />;
  const [title, help] = isNarrowed(query)
    ? (['emptyMatches', 'emptyMatchesHelp'] as const)
    : (['emptyDismissed', 'emptyDismissedHelp'] as const);
  return (
    <Empty title={t(title)}>
      <p>{t(help)}</p>
      <button
        type="button"
        className="button"
        onClick={() => onAsk({ ...READING_LIST, sort: query.sort })}
      >
        {t('emptyShowAll')}
      </button>
    </Empty>
  );
}

function EmptyLibrary({ onAsk }: Pick<NoPapersProps, 'onAsk'>) {
  const dismissed = useList(DISMISSED)?.nums.length ?? 0;
  return (
    <Empty title={t('emptyLibrary')}>
      <p>{t('emptyLibraryHelp')}</p>
      <TodayLinks />
      <p>{t('emptyLibraryOr')}</p>
      <p className="empty-links">
        <a className="button" href={hrefOf('import')}>
          <ImportIcon />
          {t('section_import')}
        </a>
        <a className="button" href={hrefOf('welcome')}>
          {t('section_welcome')}
        </a>
        {dismissed > 0 && (
          <button type="button" className="button" onClick={() => onAsk({ shelf: 'dismissed' })}>
            {plural('emptyShowDismissed', dismissed)}
          </button>
        )}
      </p>
    </Empty>
  );
}
