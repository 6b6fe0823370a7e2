import { CloseButton } from '@/components/design/close-button';
import { Popover } from '@/components/design/popover';
import { FilterRows } from '@/components/saved-filters/filter-rows';
import { t } from '@/lib/i18n';
import type { SavedFilters } from '@/lib/settings/saved-filters';

interface FilterEditorProps {
  readonly filters: SavedFilters;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Renames, reorders and deletes the saved filters. */
export function FilterEditor({ filters, anchor, onClose }: FilterEditorProps) {
  return (
    <Popover
      className="popover filter-editor"
      role="dialog"
      aria-label={t('savedFiltersEdit')}
      anchor={anchor}
      onClose={onClose}
    >
      <header>
        <h2>{t('savedFilters')}</h2>
        <CloseButton onClose={onClose} />
      </header>
      <FilterRows filters={filters} onEmpty={onClose} />
    </Popover>
  );
}
