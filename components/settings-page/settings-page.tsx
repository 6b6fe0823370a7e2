import { OptionRow } from '@/components/design/option-row';
import { SettingGroup } from '@/components/design/setting-group';
import { LookupGroup } from '@/components/metadata-lookup/lookup-group';
import { Section } from '@/components/shell/section';
import { t } from '@/lib/i18n';
import { BrowserShortcuts } from './browser-shortcuts';
import { DataUse } from './data-use';
import { FiltersGroup } from './filters-group';
import { ListingsGroup } from './listings-group';
import { OPTION_GROUPS } from './options';
import { PageShortcuts } from './page-shortcuts';

/** All settings. Changes are saved immediately. */
export function SettingsPage() {
  return (
    <Section title={t('section_settings')} lead={t('settingsLead')}>
      {OPTION_GROUPS.map(({ id, title, lead, options }) => (
        <SettingGroup key={id} title={t(title)} lead={lead && t(lead)}>
          {options.map((option) => (
            <OptionRow key={option.label} option={option} />
          ))}
        </SettingGroup>
      ))}
      <ListingsGroup />
      <LookupGroup />
      <PageShortcuts />
      <BrowserShortcuts />
      <FiltersGroup />
      <DataUse />
    </Section>
  );
}
