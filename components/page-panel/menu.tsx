import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Popover } from '@/components/design/popover';

export interface MenuItem {
  /** Unique within the menu; unlike the name, it never changes. */
  readonly id: string;
  readonly name: string;
  /** Its tooltip, where the name does not say all. */
  readonly hint?: string;
  /** `null` while disabled. */
  readonly onChoose: (() => void) | null;
}

interface MenuProps {
  /** The text of the button, and the name of the menu. */
  readonly label: string;
  /** Called on each render of the open menu; groups are separated by lines. */
  readonly items: () => readonly (readonly MenuItem[])[];
}

/** A menu button. Arrows, Home, End and first letters move through the menu; Escape closes it. */
export function Menu({ label, items }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Tab') setOpen(false);
    const items = [...event.currentTarget.querySelectorAll('button')];
    const to = itemForKey(event.key, items.indexOf(event.target as HTMLButtonElement), items);
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
            // biome-ignore lint/a11y/useSemanticElements: a menu cannot contain a fieldset
            <div key={group[0]?.id} role="group">
              {group.map(({ id: item, name, hint, onChoose }) => (
                <button
                  key={item}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  title={hint}
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

/** The item that a key moves to; `undefined` for other keys. */
function itemForKey(
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
