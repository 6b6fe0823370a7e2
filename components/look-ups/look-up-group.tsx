import { OptionRow } from '@/components/settings-page/option-row';
import type { SwitchOption } from '@/components/settings-page/options';
import { SettingGroup } from '@/components/settings-page/setting-group';
import { useSetting } from '@/components/settings-page/use-setting';
import { t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings';
import { LookUpStanding } from './look-up-standing';

const OPTION: SwitchOption = {
  kind: 'switch',
  label: 'settingsLookUp',
  help: 'settingsLookUpHelp',
  setting: lookUpImports,
};

/** On the settings page: whether what imported papers lack is looked up, and how far that has come. */
export function LookUpGroup() {
  const [isOn] = useSetting(lookUpImports);
  return (
    <SettingGroup title={t('section_import')}>
      <OptionRow option={OPTION} />
      {isOn && (
        <div className="option look-up-standing">
          <LookUpStanding />
        </div>
      )}
    </SettingGroup>
  );
}
