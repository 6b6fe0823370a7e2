import { Fragment } from 'react';
import type { WrittenTerm } from './terms-text';

interface MarkedTermsProps {
  readonly text: string;
  readonly terms: readonly WrittenTerm[];
}

/**
 * The same text behind the text box, with every keyword marked in the rule's colour: a text box
 * itself can't mark parts of its text. It also gives the box its height.
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
      {'\u200b' /* without it a line break at the end would not make a line */}
    </div>
  );
}
