import { memo } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { formatNumber, t } from '@/lib/i18n';
import type { Facets } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { KEPT_SHELVES } from '@/lib/protocol/list-query';
import { Facet } from './facet';

/** What a list is narrowed to besides the search. */
export type Choices = Omit<ListQuery, 'search' | 'sort'>;

interface FacetListProps {
  readonly choices: Choices;
  readonly facets: Facets;
  readonly tagColours: TagColours;
  readonly onAsk: (part: Partial<ListQuery>) => void;
}

/** Everything the list can be narrowed to, with counts. Memoized: typing a search does not render it. */
export const FacetList = memo(function FacetList(props: FacetListProps) {
  const { choices, facets, tagColours, onAsk } = props;
  return (
    <>
      <fieldset className="facet">
        <legend>{t('facetList')}</legend>
        <ul>
          {KEPT_SHELVES.map((shelf) => (
            <li key={shelf}>
              <label>
                <input
                  type="radio"
                  name="shelf"
                  checked={choices.shelf === shelf}
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
                checked={choices.starred}
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
        chosen={choices.statuses}
        nameOf={(status) => t(`status_${status}`)}
        onChange={(statuses) => onAsk({ statuses })}
      />
      <Facet
        title={t('facetTags')}
        counts={facets.tags}
        chosen={choices.tags}
        nameOf={String}
        colourOf={(tag) => tagColours.get(tag)}
        onChange={(tags) => onAsk({ tags })}
      />
      <Facet
        title={t('facetCategories')}
        counts={facets.categories}
        chosen={choices.categories}
        nameOf={String}
        onChange={(categories) => onAsk({ categories })}
      />
      <Facet
        title={t('facetYears')}
        counts={facets.years}
        chosen={choices.years}
        nameOf={String}
        onChange={(years) => onAsk({ years })}
      />
      <Facet
        title={t('facetSites')}
        counts={facets.sites}
        chosen={choices.sites}
        nameOf={(site) => t(`site_${site}`)}
        onChange={(sites) => onAsk({ sites })}
      />
    </>
  );
});
