import { IconButton } from '@/components/design/icon-button';
import { DownIcon, RemoveIcon, UpIcon } from '@/components/design/icons';
import { t } from '@/lib/i18n';
import type { SavedFilter } from '@/lib/protocol/saved-filter';
import { NAME_LENGTH, type SavedFilters } from '@/lib/settings/saved-filters';
import { saveFilters } from './use-saved-filters';

interface FilterRowsProps {
  readonly filters: SavedFilters;
  /** Called when the last of them is deleted. */
  readonly onEmpty?: () => void;
}

/** The saved filters, renamed, reordered and deleted in place. */
export function FilterRows({ filters, onEmpty }: FilterRowsProps) {
  function rename(filter: SavedFilter, text: string): void {
    const name = text.trim().slice(0, NAME_LENGTH);
    if (name === '' || name === filter.name) return;
    const renamed = filters.map((one) => (one.id === filter.id ? { ...one, name } : one));
    void saveFilters(renamed, t('savedFilterRenamed', name));
  }
  function move(index: number, step: 1 | -1): void {
    const moved = filters[index];
    if (!moved || !filters[index + step]) return;
    const others = filters.filter((one) => one !== moved);
    const to = index + step;
    const all = [...others.slice(0, to), moved, ...others.slice(to)];
    void saveFilters(all, t('savedFilterMoved', moved.name));
  }
  function remove(filter: SavedFilter): void {
    const others = filters.filter((one) => one !== filter);
    void saveFilters(others, t('savedFilterDeleted', filter.name));
    if (others.length === 0) onEmpty?.();
  }

  return (
    <ol className="filter-rows">
      {filters.map((filter, index) => (
        <li key={filter.id}>
          <input
            type="text"
            aria-label={t('savedFilterName', filter.name)}
            defaultValue={filter.name}
            key={filter.name}
            maxLength={NAME_LENGTH}
            onBlur={(event) => rename(filter, event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') rename(filter, event.currentTarget.value);
            }}
          />
          <IconButton
            name={t('savedFilterUp', filter.name)}
            aria-disabled={index === 0}
            onClick={() => move(index, -1)}
          >
            <UpIcon />
          </IconButton>
          <IconButton
            name={t('savedFilterDown', filter.name)}
            aria-disabled={index === filters.length - 1}
            onClick={() => move(index, 1)}
          >
            <DownIcon />
          </IconButton>
          <IconButton name={t('savedFilterDelete', filter.name)} onClick={() => remove(filter)}>
            <RemoveIcon />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
