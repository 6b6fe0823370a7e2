import type { SwitchOption } from '@/components/design/option';
import { OptionRow } from '@/components/design/option-row';
import { SettingGroup } from '@/components/design/setting-group';
import { useSetting } from '@/components/design/use-setting';
import { t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings/settings';
import { LookupStatus } from './lookup-status';

const OPTION: SwitchOption = {
  kind: 'switch',
  label: 'settingsLookUp',
  help: 'settingsLookUpHelp',
  setting: lookUpImports,
};

/** Settings: whether to look up missing metadata of imported papers, and its progress. */
export function LookupGroup() {
  const [isOn] = useSetting(lookUpImports);
  return (
    <SettingGroup title={t('section_import')}>
      <OptionRow option={OPTION} />
      {isOn && (
        <div className="option lookup-status">
          <LookupStatus />
        </div>
      )}
    </SettingGroup>
  );
}
