import { useId } from 'react';
import { SettingGroup } from '@/components/design/setting-group';
import { useSetting } from '@/components/design/use-setting';
import { KeysEditor } from '@/components/keys/keys-editor';
import { t } from '@/lib/i18n';
import { pageKeys } from '@/lib/settings/settings';

/** The triage keys: whether they work on pages, and what they are. */
export function PageShortcuts() {
  const id = useId();
  const [keys, setKeys] = useSetting(pageKeys);
  if (!keys) return null;
  return (
    <SettingGroup title={t('settingsPageKeys')} lead={t('settingsPageKeysLead')}>
      <div className="option">
        <label htmlFor={id}>{t('helpOn')}</label>
        <div className="option-control">
          <input
            id={id}
            type="checkbox"
            role="switch"
            className="switch"
            checked={keys.isOn}
            aria-checked={keys.isOn}
            onChange={({ target }) => setKeys({ ...keys, isOn: target.checked })}
          />
        </div>
      </div>
      {keys.isOn && (
        <div className="setting-editor">
          <KeysEditor value={keys} onChange={setKeys} isEditing place={null} />
        </div>
      )}
    </SettingGroup>
  );
}
