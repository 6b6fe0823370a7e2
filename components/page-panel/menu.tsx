import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Popover } from '@/components/design/popover';

export interface MenuItem {
  /** Tells it from the others of its menu, whatever its name is by now. */
  readonly id: string;
  readonly name: string;
  /** `null`: it cannot be chosen now. */
  readonly onChoose: (() => void) | null;
}

interface MenuProps {
  /** On the button, and the menu's name. */
  readonly label: string;
  /** Asked for whenever the open menu is drawn, in groups that a line divides. */
  readonly items: () => readonly (readonly MenuItem[])[];
}

/** A button that opens a menu: arrows, Home, End and first letters go through it, Escape closes. */
export function Menu({ label, items }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Tab') setOpen(false);
    const items = [...event.currentTarget.querySelectorAll('button')];
    const to = destination(event.key, items.indexOf(event.target as HTMLButtonElement), items);
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label} <span aria-hidden>▾</span>
      </button>
      {isOpen && button.current && (
        <Popover
          id={id}
          className="page-menu"
          role="menu"
          aria-label={label}
          anchor={button.current}
          onClose={() => setOpen(false)}
          onKeyDown={onKeyDown}
        >
          {items().map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
            <div key={group[0]?.id} role="group">
              {group.map(({ id: item, name, onChoose }) => (
                <button
                  key={item}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  aria-disabled={onChoose === null}
                  onClick={() => {
                    if (!onChoose) return;
                    setOpen(false);
                    onChoose();
                  }}
                >
                  {name}
                </button>
              ))}
            </div>
          ))}
        </Popover>
      )}
    </>
  );
}

/** The item that a key goes to; `undefined` for other keys. */
function destination(
  key: string,
  here: number,
  items: readonly HTMLButtonElement[],
): HTMLButtonElement | undefined {
  if (key === 'ArrowDown') return items[(here + 1) % items.length];
  if (key === 'ArrowUp') return items.at(here <= 0 ? -1 : here - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (!/^\p{L}$/u.test(key)) return undefined;
  const startsWithKey = (item: HTMLButtonElement) =>
    item.textContent?.toLowerCase().startsWith(key.toLowerCase()) === true;
  return items.slice(here + 1).find(startsWithKey) ?? items.find(startsWithKey);
}
