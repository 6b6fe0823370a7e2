import type { ReactNode } from 'react';
import { StarIcon } from '@/components/design/icons';
import type { TagColours } from '@/components/live-lists/use-tags';
import { t } from '@/lib/i18n';
import type { FacetCount, Facets } from '@/lib/library/queries/list-answer';
import { STATUSES } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';
import { FacetChip } from './facet-chip';
import type { FacetOption } from './facet-option';

/** Dismissed papers are on another shelf, but people expect them among the statuses. */
const DISMISSED = 'dismissed';

interface FacetChipsProps {
  readonly query: ListQuery;
  /** `undefined` until known. */
  readonly counts: Facets | undefined;
  readonly tagColours: TagColours;
  readonly onChange: (change: Partial<ListQuery>) => void;
  /** Actions on the current filter. */
  readonly children: ReactNode;
}

/** The facets of the list, as chips. */
export function FacetChips(props: FacetChipsProps) {
  const { query, counts, tagColours, onChange, children } = props;
  const statusCount = (status: string) =>
    counts?.statuses.find(({ value }) => value === status)?.count ?? 0;
  return (
    <fieldset className="chip-row facets" aria-label={t('chips')}>
      <button
        type="button"
        className="filter-chip"
        aria-label={t('chip_starred')}
        title={t('chip_starred')}
        aria-pressed={query.starred}
        onClick={() => onChange({ starred: !query.starred })}
      >
        <StarIcon filled={query.starred} />
      </button>
      <FacetChip
        name={t('chip_status')}
        options={[
          ...STATUSES.map((status) => ({
            value: status,
            name: t(`status_${status}`),
            count: statusCount(status),
          })),
          { value: DISMISSED, name: t('chip_dismissed'), count: null },
        ]}
        chosen={query.shelf === DISMISSED ? [DISMISSED, ...query.statuses] : query.statuses}
        onChange={(chosen) =>
          onChange({
            shelf: chosen.includes(DISMISSED) ? DISMISSED : 'list',
            statuses: chosen.filter((one) => one !== DISMISSED),
          })
        }
      />
      <FacetChip
        name={t('chip_tag')}
        options={optionsOf(counts?.tags, String).map((option) => ({
          ...option,
          colour: tagColours.get(option.value) ?? null,
        }))}
        chosen={query.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <FacetChip
        name={t('chip_site')}
        options={optionsOf(counts?.sites, (site) => t(`site_${site}`))}
        chosen={query.sites}
        onChange={(sites) => onChange({ sites })}
      />
      <FacetChip
        name={t('chip_year')}
        options={optionsOf(counts?.years, String)}
        chosen={query.years}
        onChange={(years) => onChange({ years })}
      />
      <FacetChip
        name={t('chip_category')}
        options={optionsOf(counts?.categories, String)}
        chosen={query.categories}
        onChange={(categories) => onChange({ categories })}
      />
      {children}
    </fieldset>
  );
}

function optionsOf<T>(
  counts: readonly FacetCount<T>[] = [],
  nameOf: (value: T) => string,
): FacetOption<T>[] {
  return counts.map(({ value, count }) => ({ value, count, name: nameOf(value) }));
}
