import { useRef, useState } from 'react';
import { CloseButton } from '@/components/design/close-button';
import { usePopover } from '@/components/design/use-popover';
import { FilterRows } from '@/components/saved-filters/filter-rows';
import { saveFilters } from '@/components/saved-filters/use-saved-filters';
import { t } from '@/lib/i18n';
import type { ListQuery } from '@/lib/library/queries/list-query';
import { NAME_LENGTH, type SavedFilters } from '@/lib/settings/saved-filters';

interface FilterEditorProps {
  readonly filters: SavedFilters;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Renames, moves and deletes the user's filters. */
export function FilterEditor({ filters, anchor, onClose }: FilterEditorProps) {
  const menu = useRef<HTMLDivElement>(null);
  usePopover(menu, anchor, onClose);
  return (
    <div
      ref={menu}
      className="popover filter-editor"
      popover="auto"
      role="dialog"
      aria-label={t('savedFiltersEdit')}
    >
      <header>
        <h2>{t('savedFilters')}</h2>
        <CloseButton onClose={onClose} />
      </header>
      <FilterRows filters={filters} onEmpty={onClose} />
    </div>
  );
}

export interface SaveFilterProps {
  readonly filters: SavedFilters;
  readonly query: ListQuery;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Asks for a name and keeps the filter under it; one of the same name is replaced. */
export function SaveFilter({ filters, query, anchor, onClose }: SaveFilterProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [name, setName] = useState(() => suggestedName(query));
  usePopover(menu, anchor, onClose);
  const kept = name.trim().slice(0, NAME_LENGTH);
  const isKnown = filters.some((one) => one.name === kept);

  function save(): void {
    if (kept === '') return;
    const id = filters.find((one) => one.name === kept)?.id ?? crypto.randomUUID();
    const saved = { id, name: kept, query };
    const all = isKnown ? filters.map((one) => (one.id === id ? saved : one)) : [...filters, saved];
    void saveFilters(all, t('savedFilterSaved', kept));
    onClose();
  }

  return (
    <div
      ref={menu}
      className="popover save-filter"
      popover="auto"
      role="dialog"
      aria-label={t('saveFilter')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          type="text"
          aria-label={t('saveFilterName')}
          placeholder={t('saveFilterName')}
          value={name}
          maxLength={NAME_LENGTH}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={kept === ''}>
          {isKnown ? t('saveFilterReplace') : t('saveFilterSave')}
        </button>
      </form>
    </div>
  );
}

function suggestedName({ search, tags, statuses, sites, categories, years, starred }: ListQuery) {
  const parts = [
    starred ? t('chip_starred') : '',
    ...statuses.map((status) => t(`status_${status}`)),
    ...tags,
    ...sites.map((site) => t(`site_${site}`)),
    ...categories,
    ...years.map(String),
    search.trim(),
  ];
  return parts.filter(Boolean).join(', ').slice(0, NAME_LENGTH);
}
