import { type KeyboardEvent, useState } from 'react';
import { t } from '@/lib/i18n';
import {
  DEFAULT_KEYS,
  isUsableKey,
  KEY_ACTIONS,
  type KeyAction,
  type KeySettings,
  keyActionOf,
  MAX_KEYS,
} from '@/lib/settings/keys';
import { isIn, nameOf, type Place } from '@/lib/triage/actions';
import { keyOf } from '@/lib/triage/press';
import { keyName } from './key-name';
import { KeyNames } from './key-names';

interface KeysEditorProps {
  readonly value: KeySettings;
  readonly onChange: (keys: KeySettings) => void;
  /** Whether keys can be changed, or are only listed. */
  readonly isEditing: boolean;
  /** Lists the actions of one place; `null`: all. */
  readonly place: Place | null;
}

/** A list of actions and their keys, which can be added and removed. */
export function KeysEditor({ value, onChange, isEditing, place }: KeysEditorProps) {
  const [asking, setAsking] = useState<KeyAction | null>(null);
  const [problem, setProblem] = useState('');
  const actions = KEY_ACTIONS.filter((action) => place === null || isIn(action, place));
  const nameHere = (action: KeyAction) => nameOf(action, place ?? 'page');

  function setKeys(action: KeyAction, keys: readonly string[]): void {
    onChange({ ...value, keys: { ...value.keys, [action]: keys } });
  }

  function take(action: KeyAction, event: KeyboardEvent): void {
    event.stopPropagation();
    const key = keyOf(event);
    if (['Shift', 'AltGraph', 'CapsLock', 'Tab'].includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') {
      setProblem('');
      setAsking(null);
      return;
    }
    const taken = keyActionOf(value, key);
    if (event.ctrlKey || event.altKey || event.metaKey || !isUsableKey(key)) {
      setProblem(t('keysUnusable'));
    } else if (taken && taken !== action) {
      setProblem(t('keysTaken', keyName(key), nameHere(taken)));
    } else {
      if (!taken) setKeys(action, [...value.keys[action], key].slice(-MAX_KEYS));
      setProblem('');
      setAsking(null);
    }
  }

  return (
    <div className="keys-editor">
      <dl>
        {actions.map((action) => (
          <div key={action} className="key-line">
            <dt>{nameHere(action)}</dt>
            <dd>
              {!isEditing && <KeyNames keys={value.keys[action]} />}
              {isEditing &&
                value.keys[action].map((key) => (
                  <button
                    key={key}
                    type="button"
                    className="key"
                    aria-label={t('keysRemove', keyName(key), nameHere(action))}
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
                ))}
              {isEditing && (
                <button
                  type="button"
                  className="add-key"
                  aria-label={t('keysAddNamed', nameHere(action))}
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
          onClick={() => onChange({ ...DEFAULT_KEYS, isOn: value.isOn })}
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
