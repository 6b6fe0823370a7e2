import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef } from 'react';
import { t } from '@/lib/i18n';
import { COLOURS, type Colour, colourName } from '@/lib/protocol/colours';

interface ColourChoiceProps {
  readonly label: string;
  readonly colour: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** Shows a rule's colour; unfolds to choose another. Each has its own underline too. */
export function ColourChoice({ label, colour, onChange }: ColourChoiceProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const group = useId();

  function close(): void {
    if (details.current) details.current.open = false;
  }
  /** As `close`, and back to where it was unfolded from. */
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
  /** By pointer; arrow keys click too, and go on to the next. */
  function onClick({ detail }: MouseEvent): void {
    // Not before the click is over: Chromium's tab crashes when a radio is hidden by its own click.
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
        tabIndex={-1} // a click on a colour's name is no click outside
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

/** A colour as it looks on a page. */
function Swatch({ colour }: { readonly colour: Colour }) {
  return (
    <span className="swatch" data-colour={colour} aria-hidden="true">
      Aa
    </span>
  );
}
