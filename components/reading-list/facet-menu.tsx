import { type KeyboardEvent, useState } from 'react';
import { Popover } from '@/components/design/popover';
import { formatNumber, t } from '@/lib/i18n';
import { fold } from '@/lib/text/fold';
import type { FacetChipProps } from './facet-option';

/** How many options are shown at once; typing narrows them. */
const OPTIONS_SHOWN = 200;
/** With more options there is a search box. */
const OPTIONS_WITHOUT_SEARCH = 8;

interface FacetMenuProps<T> extends FacetChipProps<T> {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** The options of one facet, which typing narrows. */
export function FacetMenu<T extends string | number>(props: FacetMenuProps<T>) {
  const { name, options, chosen, anchor, onChange, onClose } = props;
  const [text, setText] = useState('');
  const wanted = fold(text.trim());
  const found = options.filter((one) => fold(one.name).includes(wanted));
  const shown = found.slice(0, OPTIONS_SHOWN);

  /** Arrow keys move between options; Space and Enter choose. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const inputs = [...event.currentTarget.querySelectorAll('input')];
    const at = inputs.indexOf(document.activeElement as HTMLInputElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      inputs[Math.max(0, Math.min(inputs.length - 1, at + step))]?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const box = inputs[at]?.type === 'checkbox' ? inputs[at] : inputs[1];
      box?.click();
    }
  }

  return (
    <Popover
      className="popover"
      role="dialog"
      aria-label={name}
      anchor={anchor}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      {options.length > OPTIONS_WITHOUT_SEARCH && (
        <input
          type="search"
          aria-label={t('chipSearch', name)}
          placeholder={name}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {shown.map(({ value, name: option, count, colour }) => (
        <label key={value} className="menu-item">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target: { checked } }) =>
              onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          {colour && <span className="swatch" data-tag-colour={colour} aria-hidden="true" />}
          <span className="name" title={option}>
            {option}
          </span>
          {count !== null && <span className="number">{formatNumber(count)}</span>}
        </label>
      ))}
      {shown.length === 0 && <p className="note">{t('chipNone')}</p>}
      {found.length > shown.length && <p className="note">{t('chipMore')}</p>}
      {chosen.length > 0 && (
        <button type="button" className="text-button" onClick={() => onChange([])}>
          {t('chipClear')}
        </button>
      )}
    </Popover>
  );
}
