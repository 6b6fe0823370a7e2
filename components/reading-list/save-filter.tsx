import { useState } from 'react';
import { Popover } from '@/components/design/popover';
import { saveFilters } from '@/components/saved-filters/use-saved-filters';
import { t } from '@/lib/i18n';
import type { ListQuery } from '@/lib/protocol/list-query';
import { NAME_LENGTH, type SavedFilters } from '@/lib/settings/saved-filters';

export interface SaveFilterProps {
  readonly filters: SavedFilters;
  readonly query: ListQuery;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Asks for a name to save the filter under, replacing one of the same name. */
export function SaveFilter({ filters, query, anchor, onClose }: SaveFilterProps) {
  const [name, setName] = useState(() => suggestedName(query));
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
    <Popover
      className="popover save-filter"
      role="dialog"
      aria-label={t('saveFilter')}
      anchor={anchor}
      onClose={onClose}
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
    </Popover>
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
