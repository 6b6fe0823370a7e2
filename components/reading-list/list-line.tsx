import { useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { ExportIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { plural, t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import { isWholeList, type ListQuery, SORTS, type Sort } from '@/lib/protocol/list-query';
import { sortBy } from './list-state';

const LibraryExport = later(() =>
  import('@/components/export/library-export').then((module) => module.LibraryExport),
);

const NOTHING_CHOSEN: ReadonlySet<number> = new Set();

interface ListLineProps {
  readonly query: ListQuery;
  /** `undefined` until the whole list is known. */
  readonly answer: ListAnswer | undefined;
}

/** The number of papers and their order, with a button to export them. */
export function ListLine({ query, answer }: ListLineProps) {
  const [isExporting, setExporting] = useState(false);
  const isEmpty = answer?.nums.length === 0 && isWholeList(query);
  return (
    <div className="list-line">
      <p className="count" role="status">
        {answer && plural('papers', answer.nums.length)}
      </p>
      <span className="spacer" />
      <SortChoice query={query} />
      <IconButton
        name={t('exportTitle')}
        aria-haspopup="dialog"
        disabled={!answer || isEmpty}
        onClick={() => setExporting(true)}
      >
        <ExportIcon />
      </IconButton>
      {isExporting && answer && (
        <LibraryExport
          query={query}
          nums={answer.nums}
          chosen={NOTHING_CHOSEN}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}

function SortChoice({ query }: { readonly query: ListQuery }) {
  const sorts = query.search.trim() === '' ? SORTS.filter((one) => one !== 'relevance') : SORTS;
  return (
    <select
      className="pill-select bare"
      aria-label={t('popupSort')}
      value={query.sort}
      onChange={({ target }) => sortBy(target.value as Sort)}
    >
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {t(`popupSort_${sort}`)}
        </option>
      ))}
    </select>
  );
}
