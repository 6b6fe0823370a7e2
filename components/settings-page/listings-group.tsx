import { SettingGroup } from '@/components/design/setting-group';
import { ListingsChooser } from '@/components/listings-chooser/listings-chooser';
import { t } from '@/lib/i18n';

/** The listings that the user reads. */
export function ListingsGroup() {
  return (
    <SettingGroup title={t('listingsTitle')} lead={t('listingsLead')}>
      <ListingsChooser />
    </SettingGroup>
  );
}
