import { useState } from 'react';
import { useStore } from 'zustand';
import { Modal } from '@/components/design/modal';
import { KeysEditor } from '@/components/keys/keys-editor';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';

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
        <footer>
          <button type="button" onClick={() => setEditing(!isEditing)}>
            {isEditing ? t('helpDone') : t('helpChange')}
          </button>
        </footer>
      </div>
    </Modal>
  );
}
