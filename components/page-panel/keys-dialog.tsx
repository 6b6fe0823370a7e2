import { useState } from 'react';
import { useStore } from 'zustand';
import { Modal } from '@/components/design/modal';
import { BrowserKeyCaps } from '@/components/keys/browser-key-caps';
import { BrowserKeysLine } from '@/components/keys/browser-keys-line';
import { FilterLanguage } from '@/components/keys/filter-language';
import { KeysEditor } from '@/components/keys/keys-editor';
import { useBrowserKeys } from '@/components/keys/use-browser-keys';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { BROWSER_COMMANDS } from '@/lib/protocol/browser-commands';

/** The keys of this page, which can be changed or turned off here. */
export function KeysDialog({ bridge }: { readonly bridge: PageBridge }) {
  const isOpen = useStore(bridge.ui, (ui) => ui.isHelpOpen);
  return isOpen ? <OpenKeysDialog bridge={bridge} /> : null;
}

function OpenKeysDialog({ bridge }: { readonly bridge: PageBridge }) {
  const keys = useStore(bridge.keys);
  const [isEditing, setEditing] = useState(false);
  const close = () => bridge.ui.setState({ isHelpOpen: false });

  return (
    <Modal className="help" aria-label={t('helpTitle')} onClose={close}>
      <div className="help-body">
        <header>
          <h2>{t('helpTitle')}</h2>
          <button type="button" className="icon" aria-label={t('helpClose')} onClick={close}>
            ×
          </button>
        </header>
        <label>
          <input
            type="checkbox"
            checked={keys.isOn}
            onChange={(event) => bridge.setKeys({ ...keys, isOn: event.target.checked })}
          />
          {t('helpOn')}
        </label>
        <KeysEditor value={keys} onChange={bridge.setKeys} isEditing={isEditing} place="page" />
        <BrowserKeys bridge={bridge} />
        <FilterLanguage />
        <footer>
          <button type="button" onClick={() => setEditing(!isEditing)}>
            {isEditing ? t('helpDone') : t('helpChange')}
          </button>
        </footer>
      </div>
    </Modal>
  );
}

/** The keys that work everywhere in the browser, as it has them. */
function BrowserKeys({ bridge }: { readonly bridge: PageBridge }) {
  const all = useBrowserKeys(bridge.browserKeys);
  if (all.length === 0) return null;
  return (
    <section className="keys-editor">
      <h3>{t('browserKeys')}</h3>
      <dl>
        {all.map(({ command, keys }) => (
          <div key={command} className="key-line">
            <dt>{t(BROWSER_COMMANDS[command].text)}</dt>
            <dd>
              <BrowserKeyCaps keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="browser-keys">
        <BrowserKeysLine keys={all} className="" onChange={bridge.openBrowserKeys} />
      </p>
    </section>
  );
}
