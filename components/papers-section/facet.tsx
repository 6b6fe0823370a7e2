import { useId, useState } from 'react';
import { formatNumber, t } from '@/lib/i18n';
import type { FacetCount } from '@/lib/library/queries/list-answer';
import { fold } from '@/lib/text/fold';

/** How many values are shown before "show all". */
const VALUES_SHOWN = 8;
/** With this many values or more, they can be searched. */
const SEARCHED_FROM = 16;

interface FacetProps<T> {
  readonly title: string;
  readonly counts: readonly FacetCount<T>[];
  readonly chosen: readonly T[];
  readonly nameOf: (value: T) => string;
  /** The number of a value's colour, if it has one. */
  readonly colourOf?: (value: T) => number | undefined;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** The values of one facet, each with the number of papers it leaves. */
export function Facet<T extends string | number>(props: FacetProps<T>) {
  const { title, counts, chosen, nameOf, colourOf, onChange } = props;
  const [isWhole, setWhole] = useState(false);
  const [wanted, setWanted] = useState('');
  const id = useId();
  const known = new Set(counts.map(({ value }) => value));
  // A chosen value can be unchosen even if no paper has it any more.
  const lost = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  const all = [...lost, ...counts];
  const found = all.filter(({ value }) => fold(nameOf(value)).includes(fold(wanted)));
  const shown = isWhole
    ? found
    : found.filter(({ value }, index) => index < VALUES_SHOWN || chosen.includes(value));
  if (all.length === 0) return null;

  return (
    <fieldset className="facet">
      <legend>
        {title}
        {chosen.length > 0 && (
          <button type="button" className="text-button" onClick={() => onChange([])}>
            {t('facetClear')} <span className="unseen">{title}</span>
          </button>
        )}
      </legend>
      {all.length >= SEARCHED_FROM && (
        <input
          type="search"
          aria-label={t('facetSearch', title)}
          placeholder={t('facetSearch', title)}
          value={wanted}
          onChange={({ target }) => {
            setWanted(target.value);
            setWhole(target.value !== '');
          }}
        />
      )}
      <ul id={id} data-whole={isWhole || undefined}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={({ target }) =>
                  onChange(
                    target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
                  )
                }
              />
              {colourOf?.(value) !== undefined && (
                <span
                  className="facet-colour"
                  data-tag-colour={colourOf(value)}
                  aria-hidden="true"
                />
              )}
              <span className="name" title={nameOf(value)} dir="auto">
                {nameOf(value)}
              </span>{' '}
              <span className="number">{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > VALUES_SHOWN && wanted === '' && (
        <button
          type="button"
          className="text-button"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('facetFewer') : t('facetAll', found.length)}{' '}
          <span className="unseen">{title}</span>
        </button>
      )}
    </fieldset>
  );
}
