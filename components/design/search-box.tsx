import type { KeyboardEvent, Ref } from 'react';
import { t } from '@/lib/i18n';
import { IconButton } from './icon-button';
import { DismissIcon, SearchIcon } from './icons';

interface SearchBoxProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly autoFocus?: boolean;
  /** The key that focuses the box, for people to read; `null` if there is none. */
  readonly shortcut: string | null;
  readonly onChange: (text: string) => void;
  /** Moves the focus into the list below. */
  readonly onDown?: () => void;
}

/** A box for searching or filtering. Escape clears it; Enter and ↓ go to the results. */
export function SearchBox(props: SearchBoxProps) {
  const { name, value, onChange, onDown } = props;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault(); // otherwise the browser closes the popup
      event.stopPropagation();
      onChange('');
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && onDown) {
      event.preventDefault();
      event.stopPropagation();
      onDown();
    }
  }

  return (
    <div className="search-box">
      <SearchIcon />
      <input
        ref={props.ref}
        type="search"
        aria-label={name}
        placeholder={props.placeholder}
        value={value}
        autoFocus={props.autoFocus}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        props.shortcut !== null && <kbd>{props.shortcut}</kbd>
      ) : (
        <IconButton
          name={t('searchClear')}
          onClick={({ currentTarget }) => {
            onChange('');
            currentTarget.parentElement?.querySelector('input')?.focus();
          }}
        >
          <DismissIcon />
        </IconButton>
      )}
    </div>
  );
}
