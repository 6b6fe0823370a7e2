import { useState } from 'react';
import type { Finder } from '@/lib/filter/match';
import { plural, t } from '@/lib/i18n';
import type { Metadata } from '@/lib/paper';
import { MarkedText } from './marked-text';

/** How many authors are named before "show all". */
const AUTHORS_SHOWN = 20;

interface AllAuthorsProps {
  readonly meta: Metadata;
  readonly find: Finder;
  readonly tabIndex?: number;
}

/** The authors of a paper; if there are very many, all of them only on request. */
export function AllAuthors({ meta, find, tabIndex }: AllAuthorsProps) {
  const { authors, authorsTotal } = meta;
  const isLong = authors.length > AUTHORS_SHOWN;
  const [isAsked, setAsked] = useState(false);
  const isWhole = !isLong || isAsked;
  const shown = isWhole ? authors : authors.slice(0, AUTHORS_SHOWN);
  const total = authorsTotal ?? authors.length;
  const unnamed = total - authors.length;
  return (
    <>
      <MarkedText text={shown.join(', ')} find={find} field="authors" />
      {isWhole && unnamed > 0 && plural('detailUnnamed', unnamed)}
      {isLong && (
        <button
          type="button"
          className="text-button"
          tabIndex={tabIndex}
          aria-expanded={isAsked}
          onClick={() => setAsked(!isAsked)}
        >
          {isAsked ? t('detailFewerAuthors') : t('detailAllAuthors', total)}
        </button>
      )}
    </>
  );
}
