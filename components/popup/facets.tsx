import type { ReactNode } from 'react';
import { StarIcon } from '@/components/design/icons';
import type { TagColours } from '@/components/live-lists/use-tags';
import { t } from '@/lib/i18n';
import type { Facets as FacetCounts } from '@/lib/library/queries/list-answer';
import { STATUSES } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';
import { FacetChip } from './facet-chip';

/** The papers dismissed are off the list; people look for them among the statuses. */
const DISMISSED = 'dismissed';

interface FacetsProps {
  readonly query: ListQuery;
  /** `undefined` before the first answer. */
  readonly counts: FacetCounts | undefined;
  readonly tagColours: TagColours | undefined;
  readonly onChange: (change: Partial<ListQuery>) => void;
  /** What can be done with what the list is narrowed to. */
  readonly children: ReactNode;
}

/** What the list can be narrowed to, each as a chip. */
export function Facets({ query, counts, tagColours, onChange, children }: FacetsProps) {
  const statusCount = (status: string) =>
    counts?.statuses.find(({ value }) => value === status)?.count ?? 0;
  return (
    <fieldset className="chip-row facets" aria-label={t('chips')}>
      <button
        type="button"
        className="filter-chip"
        aria-pressed={query.starred}
        onClick={() => onChange({ starred: !query.starred })}
      >
        <StarIcon filled={query.starred} />
        <span>{t('chip_starred')}</span>
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
        options={(counts?.tags ?? []).map(({ value, count }) => ({
          value,
          count,
          name: value,
          colour: tagColours?.get(value) ?? null,
        }))}
        chosen={query.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <FacetChip
        name={t('chip_site')}
        options={(counts?.sites ?? []).map(({ value, count }) => ({
          value,
          count,
          name: t(`site_${value}`),
        }))}
        chosen={query.sites}
        onChange={(sites) => onChange({ sites })}
      />
      <FacetChip
        name={t('chip_year')}
        options={(counts?.years ?? []).map(({ value, count }) => ({
          value,
          count,
          name: String(value),
        }))}
        chosen={query.years}
        onChange={(years) => onChange({ years })}
      />
      <FacetChip
        name={t('chip_category')}
        options={(counts?.categories ?? []).map(({ value, count }) => ({
          value,
          count,
          name: value,
        }))}
        chosen={query.categories}
        onChange={(categories) => onChange({ categories })}
      />
      {children}
    </fieldset>
  );
}
