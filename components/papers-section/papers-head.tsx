import type { Ref } from 'react';
import { t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { ListBar } from './list-bar';
import { PapersSearch } from './papers-search';
import type { Selecting } from './use-selection';

interface PapersHeadProps {
  readonly query: ListQuery;
  readonly answer: ListAnswer | undefined;
  /** The number of the current paper. */
  readonly cursor: number | null;
  readonly selecting: Selecting;
  readonly search: Ref<HTMLInputElement>;
  /** Whether the whole list has no papers. */
  readonly isEmpty: boolean;
  readonly isFacetsOpen: boolean;
  readonly onFacets: () => void;
  readonly onAsk: (part: Partial<ListQuery>) => void;
  readonly onExport: () => void;
}

/** The search box above the list, and what can be done with the list. */
export function PapersHead(props: PapersHeadProps) {
  const { query, answer, cursor, selecting, onAsk, onExport } = props;
  return (
    <div className="papers-head">
      {!props.isEmpty && (
        <button
          type="button"
          className="button facets-open"
          aria-expanded={props.isFacetsOpen}
          onClick={props.onFacets}
        >
          {t('facetsOpen')}
        </button>
      )}
      <PapersSearch
        ref={props.search}
        query={query}
        onAsk={onAsk}
        onDown={() => selecting.move(cursor === null ? 0 : 1, false)}
      />
      <ListBar {...{ query, answer, onAsk, onExport }} canExport={!props.isEmpty} />
    </div>
  );
}
