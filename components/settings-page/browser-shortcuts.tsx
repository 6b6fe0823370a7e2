import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { SettingGroup } from '@/components/design/setting-group';
import { t } from '@/lib/i18n';

/** Where shortcuts of extensions are changed; Firefox has an API for it instead. */
const SHORTCUTS_URL = 'chrome://extensions/shortcuts';

/** The extension's shortcuts in the browser, which are changed in the browser's own settings. */
export function BrowserShortcuts() {
  const shortcuts = useShortcuts();
  if (shortcuts.length === 0) return null;
  return (
    <SettingGroup title={t('settingsBrowserKeys')} lead={t('settingsBrowserKeysLead')}>
      {shortcuts.map(({ name, description, shortcut }) => (
        <div key={name} className="option">
          <span>{description || t('settingsOpenPopup')}</span>
          <div className="option-control">
            {shortcut ? <Keys shortcut={shortcut} /> : t('settingsNoKey')}
          </div>
        </div>
      ))}
      <div className="option">
        <span className="quiet">{t('settingsBrowserKeysWhere')}</span>
        <button type="button" className="button" onClick={() => void change()}>
          {t('settingsChange')}
        </button>
      </div>
    </SettingGroup>
  );
}

/** A shortcut, as one key cap per key. */
function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className="keys">
      {shortcut.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** Read again on focus: changes in other tabs send no event. */
function useShortcuts(): readonly Browser.commands.Command[] {
  const [shortcuts, setShortcuts] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const read = async () => setShortcuts((await browser.commands?.getAll()) ?? []);
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return shortcuts;
}

async function change(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: SHORTCUTS_URL });
}
