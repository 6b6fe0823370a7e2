import { SettingGroup } from '@/components/design/setting-group';
import { FilterRows } from '@/components/saved-filters/filter-rows';
import { useSavedFilters } from '@/components/saved-filters/use-saved-filters';
import { t } from '@/lib/i18n';

/** The filters saved in the popup, to rename, reorder and delete. */
export function FiltersGroup() {
  const filters = useSavedFilters();
  if (!filters) return null;
  return (
    <SettingGroup title={t('savedFilters')} lead={t('settingsFiltersLead')}>
      <div className="setting-editor">
        {filters.length > 0 ? (
          <FilterRows filters={filters} />
        ) : (
          <p className="quiet">{t('settingsNoFilters')}</p>
        )}
      </div>
    </SettingGroup>
  );
}
