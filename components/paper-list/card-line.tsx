import { Fragment } from 'react';
import { ImportIcon } from '@/components/design/icons';
import { AllAuthors } from '@/components/paper-parts/all-authors';
import { MarkedText } from '@/components/paper-parts/marked-text';
import type { Finder } from '@/lib/filter/match';
import type { FieldText } from '@/lib/highlight/passage';
import { formatDate, formatNumber, plural, t } from '@/lib/i18n';
import type { Metadata, Source } from '@/lib/paper';

/** How many authors a card names, and how many categories. */
const AUTHORS_SHOWN = 3;
const CATEGORIES_SHOWN = 3;

/** The texts that these lines show of a paper. */
export function textsShown({ authors, categories }: Metadata): FieldText[] {
  return [
    ['authors', authors.slice(0, AUTHORS_SHOWN).join(', ')],
    ...categories.slice(0, CATEGORIES_SHOWN).map((one) => ['categories', one] as const),
  ];
}

interface LineProps {
  readonly meta: Metadata;
  readonly find: Finder;
}

interface AuthorsProps extends LineProps {
  readonly isWhole: boolean;
  readonly tabIndex: number;
}

/** The first authors of a paper, or all of them. */
export function Authors({ meta, find, isWhole, tabIndex }: AuthorsProps) {
  const { authors, authorsTotal } = meta;
  const shown = authors.slice(0, AUTHORS_SHOWN);
  const more = (authorsTotal ?? authors.length) - shown.length;
  if (authors.length === 0) {
    const text = authorsTotal ? plural('cardAuthors', authorsTotal) : t('cardNoAuthors');
    return <p className="authors">{text}</p>;
  }
  return (
    <p className="authors" dir="auto">
      {isWhole ? (
        <AllAuthors meta={meta} find={find} tabIndex={tabIndex} />
      ) : (
        <>
          <span className="names">
            <MarkedText text={shown.join(', ')} find={find} field="authors" />
          </span>
          {more > 0 && <span className="more">{plural('moreAuthors', more)}</span>}
        </>
      )}
    </p>
  );
}

/** The source, date, categories and upvotes of a paper. */
export function Facts({ meta, find }: LineProps) {
  const categories = meta.categories.slice(0, CATEGORIES_SHOWN);
  return (
    <p className="facts">
      <SiteMark site={meta.source} />
      {meta.date && <span>{formatDate(meta.date)}</span>}
      {categories.length > 0 && (
        <span title={meta.categories.join(' ')}>
          {categories.map((one, index) => (
            <Fragment key={one}>
              {index > 0 && ' '}
              <MarkedText text={one} find={find} field="categories" />
            </Fragment>
          ))}
        </span>
      )}
      {meta.organization && <span dir="auto">{meta.organization}</span>}
      {meta.upvotes !== null && (
        <span title={plural('cardUpvotes', meta.upvotes)}>
          <span aria-hidden="true">▲ {formatNumber(meta.upvotes)}</span>
          <span className="unseen">{plural('cardUpvotes', meta.upvotes)}</span>
        </span>
      )}
    </p>
  );
}

function SiteMark({ site }: { readonly site: Source }) {
  const name = t(`site_${site}`);
  return (
    <span className="site-mark" data-site={site} title={name}>
      {site === 'elsewhere' ? (
        <ImportIcon />
      ) : (
        <span aria-hidden="true">{t(`siteMark_${site}`)}</span>
      )}
      <span className="unseen">{name}</span>
    </span>
  );
}
