import { todaysListings } from '@/components/paper-parts/listings';
import { t } from '@/lib/i18n';
import { isNarrowed, isWholeList, type ListQuery } from '@/lib/protocol/list-query';

interface NoPapersProps {
  readonly query: ListQuery;
  readonly onShowAll: () => void;
}

/** Explains why there are no papers, and what to do. */
export function NoPapers({ query, onShowAll }: NoPapersProps) {
  if (isWholeList(query)) {
    return (
      <div className="empty">
        <h2>{t('emptyLibrary')}</h2>
        <p>{t('emptyLibraryHelp')}</p>
        <p className="empty-links">
          {todaysListings().map(({ name, url }) => (
            <a key={url} className="button" href={url}>
              {name}
            </a>
          ))}
        </p>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{t(isNarrowed(query) ? 'emptyMatches' : 'emptyDismissed')}</h2>
      <button type="button" className="button" onClick={onShowAll}>
        {t('emptyShowAll')}
      </button>
    </div>
  );
}
