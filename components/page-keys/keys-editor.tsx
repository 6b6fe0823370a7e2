import { type KeyboardEvent, useState } from 'react';
import { t } from '@/lib/i18n';
import {
  actionOfKey,
  isUsableKey,
  KEY_ACTIONS,
  type KeyAction,
  PAGE_KEYS,
  type PageKeys,
} from '@/lib/settings/page-keys';
import { keyName } from './key-name';

interface KeysEditorProps {
  readonly value: PageKeys;
  readonly onChange: (keys: PageKeys) => void;
  /** Whether keys can be changed, or are only listed. */
  readonly isEditing: boolean;
}

/** The keys that triage a page: a list of them, in which each can be changed or turned off. */
export function KeysEditor({ value, onChange, isEditing }: KeysEditorProps) {
  const [asking, setAsking] = useState<KeyAction | null>(null);
  const [problem, setProblem] = useState('');

  function setKeys(action: KeyAction, keys: readonly string[]): void {
    onChange({ ...value, keys: { ...value.keys, [action]: keys } });
  }

  function take(action: KeyAction, event: KeyboardEvent): void {
    event.stopPropagation();
    const { key } = event;
    if (['Shift', 'AltGraph', 'CapsLock', 'Tab'].includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') {
      setProblem('');
      setAsking(null);
      return;
    }
    const taken = actionOfKey(value, key);
    if (event.ctrlKey || event.altKey || event.metaKey || !isUsableKey(key)) {
      setProblem(t('keysUnusable'));
    } else if (taken && taken !== action) {
      setProblem(t('keysTaken', keyName(key), t(`keys_${taken}`)));
    } else {
      if (!taken) setKeys(action, [...value.keys[action], key].slice(-4));
      setProblem('');
      setAsking(null);
    }
  }

  return (
    <div className="keys-editor">
      <dl>
        {KEY_ACTIONS.map((action) => (
          <div key={action} className="key-line">
            <dt>{t(`keys_${action}`)}</dt>
            <dd>
              {value.keys[action].length === 0 && !isEditing && (
                <span className="quiet">{t('keysOff')}</span>
              )}
              {value.keys[action].map((key) =>
                isEditing ? (
                  <button
                    key={key}
                    type="button"
                    className="key"
                    aria-label={t('keysRemove', keyName(key), t(`keys_${action}`))}
                    title={t('keysRemoveHint')}
                    onClick={() =>
                      setKeys(
                        action,
                        value.keys[action].filter((one) => one !== key),
                      )
                    }
                  >
                    <kbd>{keyName(key)}</kbd> ×
                  </button>
                ) : (
                  <kbd key={key}>{keyName(key)}</kbd>
                ),
              )}
              {isEditing && (
                <button
                  type="button"
                  className="add-key"
                  aria-label={t('keysAddNamed', t(`keys_${action}`))}
                  aria-pressed={asking === action}
                  onClick={() => {
                    setProblem('');
                    setAsking(action);
                  }}
                  onBlur={() => asking === action && setAsking(null)}
                  onKeyDown={(event) => asking === action && take(action, event)}
                >
                  {asking === action ? t('keysPress') : t('keysAdd')}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isEditing && (
        <button
          type="button"
          className="defaults"
          onClick={() => onChange({ ...PAGE_KEYS, isOn: value.isOn })}
        >
          {t('keysDefaults')}
        </button>
      )}
      <p className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}
