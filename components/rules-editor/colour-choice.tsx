import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef } from 'react';
import { t } from '@/lib/i18n';
import { COLOURS, type Colour, colourName } from '@/lib/protocol/colours';

interface ColourChoiceProps {
  readonly label: string;
  readonly colour: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** A rule's colour; expands to choose another. Each also has its own underline. */
export function ColourChoice({ label, colour, onChange }: ColourChoiceProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const group = useId();

  function close(): void {
    if (details.current) details.current.open = false;
  }
  /** Closes and returns the focus to the summary. */
  function leave(): void {
    details.current?.querySelector('summary')?.focus();
    close();
  }
  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    if (!currentTarget.contains(relatedTarget)) close();
  }
  function onKeyDown({ key, target }: KeyboardEvent): void {
    const isChosen = key === 'Enter' && target instanceof HTMLInputElement;
    if (key === 'Escape' || isChosen) leave();
  }
  /** For pointers only: arrow keys click too, but must keep the choice open. */
  function onClick({ detail }: MouseEvent): void {
    // Once the click is over: hiding a radio from its own click crashes the tab in Chromium.
    if (detail > 0) setTimeout(leave);
  }

  return (
    <details ref={details} className="colour-choice" onBlur={onBlur} onKeyDown={onKeyDown}>
      <summary className="pill">
        <span className="unseen">{t('ruleColourIs')}</span>
        <Swatch colour={colour} />
        {t(`colour_${colourName(colour)}`)}
      </summary>
      <div
        className="colours"
        role="radiogroup"
        aria-label={t('ruleColour', label)}
        tabIndex={-1} // so that a click on a colour's name does not count as outside
      >
        {COLOURS.map((name, index) => {
          const one = (index + 1) as Colour;
          return (
            <label key={name}>
              <input
                type="radio"
                className="unseen"
                name={group}
                checked={one === colour}
                onChange={() => onChange(one)}
                onClick={onClick}
              />
              <Swatch colour={one} />
              {t(`colour_${name}`)}
            </label>
          );
        })}
      </div>
    </details>
  );
}

/** A colour as it appears on pages. */
function Swatch({ colour }: { readonly colour: Colour }) {
  return (
    <span className="swatch" data-colour={colour} aria-hidden="true">
      Aa
    </span>
  );
}
