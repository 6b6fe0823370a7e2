import { Fragment } from 'react';
import type { TermSpan } from './terms-text';

interface MarkedTermsProps {
  readonly text: string;
  readonly terms: readonly TermSpan[];
}

/**
 * The text repeated behind the text box with each keyword marked in the rule's colour, which a text
 * box cannot do itself. Also sets the height of the box.
 */
export function MarkedTerms({ text, terms }: MarkedTermsProps) {
  return (
    <div className="marked-terms" aria-hidden="true">
      {terms.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(terms[index - 1]?.end ?? 0, start)}
          <span className="term">{text.slice(start, end)}</span>
        </Fragment>
      ))}
      {text.slice(terms.at(-1)?.end ?? 0)}
      {'\u200b' /* gives a trailing line break its own line */}
    </div>
  );
}
