import { useId } from 'react';
import { t } from '@/lib/i18n';
import type { ChoiceOption, Option, SwitchOption } from './option';
import { useSetting } from './use-setting';

/** One option: its label, what it does, and the control that changes it. */
export function OptionRow({ option }: { readonly option: Option }) {
  const id = useId();
  const { label, help } = option;
  return (
    <div className="option">
      <label htmlFor={id}>{t(label)}</label>
      {help && (
        <p className="quiet" id={`${id}-help`}>
          {t(help)}
        </p>
      )}
      <div className="option-control">
        {option.kind === 'switch' ? (
          <Switch id={id} option={option} />
        ) : (
          <Choice id={id} option={option} />
        )}
      </div>
    </div>
  );
}

interface ControlProps<O> {
  readonly id: string;
  readonly option: O;
}

function Switch({ id, option }: ControlProps<SwitchOption>) {
  const [value, setValue] = useSetting(option.setting);
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      className="switch"
      aria-describedby={option.help && `${id}-help`}
      disabled={value === undefined}
      checked={value ?? false}
      aria-checked={value ?? false}
      onChange={({ target }) => setValue(target.checked)}
    />
  );
}

function Choice({ id, option }: ControlProps<ChoiceOption>) {
  const [value, setValue] = useSetting(option.setting);
  return (
    <select
      id={id}
      className="select"
      aria-describedby={option.help && `${id}-help`}
      disabled={value === undefined}
      value={value ?? ''}
      onChange={({ target }) => setValue(target.value)}
    >
      {Object.entries(option.values).map(([one, name]) => (
        <option key={one} value={one}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}
