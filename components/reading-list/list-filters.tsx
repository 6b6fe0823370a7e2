import type { TagColours } from '@/components/live-lists/use-tags';
import { useSavedFilters } from '@/components/saved-filters/use-saved-filters';
import { t } from '@/lib/i18n';
import type { Facets } from '@/lib/library/queries/list-answer';
import { isWholeList, type ListQuery } from '@/lib/protocol/list-query';
import { FacetChips } from './facet-chips';
import { askFor, askForEverything, askOnly } from './list-state';
import { SaveFilterButton } from './save-filter-button';
import { SavedFilterChips } from './saved-filter-chips';

interface ListFiltersProps {
  readonly query: ListQuery;
  /** `undefined` until known. */
  readonly counts: Facets | undefined;
  readonly tagColours: TagColours;
}

/** Saved filters and facets of the list, with buttons to save and to clear the current filter. */
export function ListFilters({ query, counts, tagColours }: ListFiltersProps) {
  const saved = useSavedFilters() ?? [];
  return (
    <>
      <SavedFilterChips
        filters={saved}
        query={query}
        onAsk={(wanted) => (wanted ? askOnly(wanted) : askForEverything())}
      />
      <FacetChips query={query} counts={counts} tagColours={tagColours} onChange={askFor}>
        {!isWholeList(query) && (
          <>
            <SaveFilterButton query={query} filters={saved} />
            <button type="button" className="text-button" onClick={askForEverything}>
              {t('popupClear')}
            </button>
          </>
        )}
      </FacetChips>
    </>
  );
}
