import { type KeyboardEvent, useRef, useState } from 'react';
import { ChevronIcon } from '@/components/design/icons';
import { usePopover } from '@/components/design/use-popover';
import { formatNumber, t } from '@/lib/i18n';
import { fold } from '@/lib/keywords/fold';

export interface FacetOption<T> {
  readonly value: T;
  readonly name: string;
  /** `null`: not counted. */
  readonly count: number | null;
  readonly colour?: number | null;
}

interface FacetChipProps<T> {
  /** What is chosen by: "Tag". */
  readonly name: string;
  readonly options: readonly FacetOption<T>[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Narrows a list by one of its facets; says what it is narrowed to. */
export function FacetChip<T extends string | number>(props: FacetChipProps<T>) {
  const { name, options, chosen, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const names = chosen.map((one) => options.find(({ value }) => value === one)?.name ?? `${one}`);
  const said = names.length > 1 ? t('chipMany', names[0] ?? '', names.length - 1) : names[0];

  return (
    <>
      <button
        ref={chip}
        type="button"
        className="filter-chip"
        aria-label={said === undefined ? name : t('chipChosen', name, names.join(', '))}
        title={names.join(', ') || undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-active={chosen.length > 0 || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{said ?? name}</span>
        <ChevronIcon />
      </button>
      {isOpen && chip.current && (
        <FacetMenu
          name={name}
          options={withChosen(options, chosen)}
          chosen={chosen}
          anchor={chip.current}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What is chosen stays there to be taken back, even where no paper has it any more. */
function withChosen<T>(options: readonly FacetOption<T>[], chosen: readonly T[]) {
  const missing = chosen.filter((one) => !options.some(({ value }) => value === one));
  return [
    ...missing.map((value) => ({ value, name: `${value}`, count: 0, colour: null })),
    ...options,
  ];
}

/** So many options are shown at once; typing narrows them. */
const OPTIONS_SHOWN = 200;
/** From so many on there is a box to type into. */
const OPTIONS_WITHOUT_SEARCH = 8;

interface FacetMenuProps<T> extends FacetChipProps<T> {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

function FacetMenu<T extends string | number>(props: FacetMenuProps<T>) {
  const { name, options, chosen, anchor, onChange, onClose } = props;
  const [text, setText] = useState('');
  const menu = useRef<HTMLDivElement>(null);
  usePopover(menu, anchor, onClose);
  const wanted = fold(text.trim());
  const found = options.filter((one) => fold(one.name).includes(wanted));
  const shown = found.slice(0, OPTIONS_SHOWN);

  /** Arrow keys go from one choice to the next; Space and Enter choose. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const inputs = [...(menu.current?.querySelectorAll('input') ?? [])];
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
    <div
      ref={menu}
      className="popover"
      popover="auto"
      role="dialog"
      aria-label={name}
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
    </div>
  );
}
