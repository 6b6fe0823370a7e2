import { SettingGroup } from '@/components/design/setting-group';
import { BrowserKeyCaps } from '@/components/keys/browser-key-caps';
import { BrowserKeysLine } from '@/components/keys/browser-keys-line';
import { useBrowserKeys } from '@/components/keys/use-browser-keys';
import { t } from '@/lib/i18n';
import { BROWSER_COMMANDS } from '@/lib/protocol/browser-commands';
import { openBrowserKeys } from '@/lib/protocol/browser-keys';

/** The extension's shortcuts in the browser, which are changed in the browser's own settings. */
export function BrowserShortcuts() {
  const all = useBrowserKeys();
  if (all.length === 0) return null;
  return (
    <SettingGroup title={t('browserKeys')} lead={t('browserKeysLead')}>
      {all.map(({ command, keys }) => (
        <div key={command} className="option">
          <span>{t(BROWSER_COMMANDS[command].text)}</span>
          <div className="option-control">
            <BrowserKeyCaps keys={keys} />
          </div>
        </div>
      ))}
      <div className="option">
        <BrowserKeysLine keys={all} className="button" onChange={() => void openBrowserKeys()} />
      </div>
    </SettingGroup>
  );
}
