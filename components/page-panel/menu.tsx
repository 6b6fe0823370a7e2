import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

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
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const element = menu.current;
    const anchor = button.current;
    if (!isOpen || !element || !anchor) return;
    element.showPopover();
    element.querySelector('button')?.focus();
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') setOpen(false);
    };
    element.addEventListener('toggle', onToggle);
    const stopPlacing = autoUpdate(anchor, element, async () => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(4), flip(), shift({ padding: 8 })],
      });
      Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
    });
    return () => {
      stopPlacing();
      element.removeEventListener('toggle', onToggle);
    };
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const to = destination(event.key, here, buttons);
    if (to) to.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
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
      {isOpen && (
        <div
          ref={menu}
          id={id}
          className="page-menu"
          role="menu"
          aria-label={label}
          popover="auto"
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
                    close();
                    onChoose();
                  }}
                >
                  {name}
                </button>
              ))}
            </div>
          ))}
        </div>
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
