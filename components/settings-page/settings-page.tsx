import { Section } from '@/components/library-page/section';
import { LookUpGroup } from '@/components/look-ups/look-up-group';
import { t } from '@/lib/i18n';
import { BrowserShortcuts } from './browser-shortcuts';
import { DataUse } from './data-use';
import { FiltersGroup } from './filters-group';
import { OptionRow } from './option-row';
import { OPTION_GROUPS } from './options';
import { PageShortcuts } from './page-shortcuts';
import { SettingGroup } from './setting-group';

/** Everything that can be set. Each change is kept at once. */
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
      <LookUpGroup />
      <PageShortcuts />
      <BrowserShortcuts />
      <FiltersGroup />
      <DataUse />
    </Section>
  );
}
