import { useRef, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { MoreIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { t } from '@/lib/i18n';
import type { ListQuery } from '@/lib/protocol/list-query';
import { isSameQuery } from '@/lib/protocol/list-query';
import type { SavedFilters } from '@/lib/settings/saved-filters';

const FilterEditor = later(() =>
  import('./saved-filter-popovers').then((module) => module.FilterEditor),
);

interface SavedFilterChipsProps {
  readonly filters: SavedFilters;
  readonly query: ListQuery;
  readonly onAsk: (query: ListQuery | null) => void;
}

/** The user's own filters; one more press asks for everything again. */
export function SavedFilterChips({ filters, query, onAsk }: SavedFilterChipsProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
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
      <IconButton
        ref={button}
        name={t('savedFiltersEdit')}
        aria-haspopup="dialog"
        aria-expanded={isEditing}
        onClick={() => setEditing(!isEditing)}
      >
        <MoreIcon />
      </IconButton>
      {isEditing && button.current && (
        <FilterEditor filters={filters} anchor={button.current} onClose={() => setEditing(false)} />
      )}
    </fieldset>
  );
}
