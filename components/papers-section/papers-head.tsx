import type { Ref } from 'react';
import { t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { BulkBar } from './bulk-bar';
import { ListBar } from './list-bar';
import { PapersSearch } from './papers-search';
import type { Selection } from './selection';
import type { Selecting } from './use-selection';

interface PapersHeadProps {
  readonly query: ListQuery;
  readonly answer: ListAnswer | undefined;
  readonly selection: Selection;
  readonly selecting: Selecting;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly search: Ref<HTMLInputElement>;
  /** Whether the whole list has no papers. */
  readonly isEmpty: boolean;
  readonly isFacetsOpen: boolean;
  readonly onFacets: () => void;
  readonly onAsk: (part: Partial<ListQuery>) => void;
  readonly onExport: () => void;
}

/** The search box above the list, with a bar for the list or, if papers are chosen, for those. */
export function PapersHead(props: PapersHeadProps) {
  const { query, answer, selection, selecting, knownTags, onAsk, onExport } = props;
  const { cursor, chosen } = selection;
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
      {chosen.size > 0 ? (
        <BulkBar
          chosen={chosen}
          total={answer?.nums.length ?? 0}
          isDismissed={query.shelf === 'dismissed'}
          knownTags={knownTags}
          onChooseAll={selecting.chooseAll}
          onClear={selecting.chooseNone}
          onExport={onExport}
        />
      ) : (
        <ListBar {...{ query, answer, onAsk, onExport }} canExport={!props.isEmpty} />
      )}
    </div>
  );
}
