import { IconButton } from '@/components/design/icon-button';
import { MoreIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { t } from '@/lib/i18n';
import { isSameQuery, type ListQuery } from '@/lib/protocol/list-query';
import type { SavedFilters } from '@/lib/settings/saved-filters';

const FilterEditor = later(() => import('./filter-editor').then((module) => module.FilterEditor));

interface SavedFilterChipsProps {
  readonly filters: SavedFilters;
  readonly query: ListQuery;
  /** `null` for no filter. */
  readonly onAsk: (query: ListQuery | null) => void;
}

/** The saved filters, as chips. Pressing the active one clears it. */
export function SavedFilterChips({ filters, query, onAsk }: SavedFilterChipsProps) {
  const { anchor, close, button } = usePopoverButton();
  if (filters.length === 0) return null;
  return (
    <fieldset className="chip-row saved-filters" aria-label={t('savedFilters')}>
      {filters.map((filter) => {
        const isOn = isSameQuery(filter.query, query);
        return (
          <button
            key={filter.id}
            type="button"
            className="filter-chip"
            aria-pressed={isOn}
            onClick={() => onAsk(isOn ? null : filter.query)}
          >
            <span dir="auto">{filter.name}</span>
          </button>
        );
      })}
      <IconButton name={t('savedFiltersEdit')} {...button}>
        <MoreIcon />
      </IconButton>
      {anchor && <FilterEditor filters={filters} anchor={anchor} onClose={close} />}
    </fieldset>
  );
}
