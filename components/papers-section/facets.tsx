import type { TagColours } from '@/components/paper-list/card-paper';
import { formatNumber, t } from '@/lib/i18n';
import type { Facets, ListQuery } from '@/lib/library/list-query';
import { Facet } from './facet';

interface FacetListProps {
  readonly query: ListQuery;
  readonly facets: Facets;
  readonly tagColours: TagColours;
  readonly onAsk: (part: Partial<ListQuery>) => void;
}

/** Everything the list can be narrowed to, with counts. */
export function FacetList({ query, facets, tagColours, onAsk }: FacetListProps) {
  return (
    <>
      <fieldset className="facet">
        <legend>{t('facetList')}</legend>
        <ul>
          {(['list', 'dismissed'] as const).map((shelf) => (
            <li key={shelf}>
              <label>
                <input
                  type="radio"
                  name="shelf"
                  checked={query.shelf === shelf}
                  onChange={() => onAsk({ shelf })}
                />
                <span className="name">{t(`shelf_${shelf}`)}</span>
              </label>
            </li>
          ))}
          <li>
            <label>
              <input
                type="checkbox"
                checked={query.starred}
                onChange={({ target }) => onAsk({ starred: target.checked })}
              />
              <span className="name">{t('facetStarred')}</span>{' '}
              <span className="number">{formatNumber(facets.starred)}</span>
            </label>
          </li>
        </ul>
      </fieldset>
      <Facet
        title={t('facetStatus')}
        counts={facets.statuses}
        chosen={query.statuses}
        nameOf={(status) => t(`status_${status}`)}
        onChange={(statuses) => onAsk({ statuses })}
      />
      <Facet
        title={t('facetTags')}
        counts={facets.tags}
        chosen={query.tags}
        nameOf={String}
        colourOf={(tag) => tagColours.get(tag)}
        onChange={(tags) => onAsk({ tags })}
      />
      <Facet
        title={t('facetCategories')}
        counts={facets.categories}
        chosen={query.categories}
        nameOf={String}
        onChange={(categories) => onAsk({ categories })}
      />
      <Facet
        title={t('facetYears')}
        counts={facets.years}
        chosen={query.years}
        nameOf={String}
        onChange={(years) => onAsk({ years })}
      />
      <Facet
        title={t('facetSites')}
        counts={facets.sites}
        chosen={query.sites}
        nameOf={(site) => t(`site_${site}`)}
        onChange={(sites) => onAsk({ sites })}
      />
    </>
  );
}
