import { type Ref, type RefObject, useMemo, useState } from 'react';
import { SearchBox } from '@/components/design/search-box';
import { useShortcut } from '@/components/keys/use-shortcut';
import { useList } from '@/components/live-lists/use-list';
import { useTags } from '@/components/live-lists/use-tags';
import { type ListHandle, PaperList } from '@/components/paper-list/paper-list';
import { useFinder } from '@/components/paper-parts/use-finder';
import { t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import { isWholeList } from '@/lib/protocol/list-query';
import { ListFilters } from './list-filters';
import { ListLine } from './list-line';
import { ListRemarks } from './list-remarks';
import { askFor, askForTag, queryOf, useListState } from './list-state';
import { NothingListed } from './nothing-listed';
import { useAnswerRows } from './use-answer-rows';

interface ReadingListProps {
  readonly focusSearch: boolean;
  readonly search: Ref<HTMLInputElement>;
  readonly list: RefObject<ListHandle | null>;
  readonly onLeave: () => void;
}

/** The papers on the reading list, live: changes made anywhere show at once. */
export function ReadingList({ focusSearch, search, list, onLeave }: ReadingListProps) {
  const shortcut = useShortcut('popup', 'filter');
  const state = useListState();
  const query = useMemo(() => queryOf(state), [state]);
  const answer = useLastAnswer(useList(query));
  const whole = answer?.isPartial ? undefined : answer;
  const tags = useTags(whole !== undefined);
  const { rows, onView } = useAnswerRows(answer);
  // From the answer, not from what is typed, so that papers and marks change together.
  const find = useFinder(answer?.corrected ?? answer?.search ?? '');

  return (
    <>
      <div className="controls">
        <SearchBox
          ref={search}
          name={t('popupSearch')}
          placeholder={t('popupSearchHint')}
          value={query.search}
          autoFocus={focusSearch}
          shortcut={shortcut}
          onChange={(text) => askFor({ search: text })}
          onDown={() => list.current?.focus()}
        />
        <ListFilters query={query} counts={whole?.facets} tagColours={tags.tagColours} />
        <ListLine query={query} answer={whole} />
        <ListRemarks query={query} answer={answer} />
      </div>
      {answer?.nums.length !== 0 && (
        <PaperList
          ref={list}
          label={t('popupList')}
          rows={rows}
          asked={JSON.stringify(query)}
          find={find}
          {...tags}
          onView={onView}
          onTag={askForTag}
          onLeave={onLeave}
          isListed
        />
      )}
      {whole?.nums.length === 0 && <NothingListed isWhole={isWholeList(query)} />}
    </>
  );
}

/** Keeps the last answer in view until the next one arrives. */
function useLastAnswer(answer: ListAnswer | undefined): ListAnswer | undefined {
  const [last, setLast] = useState(answer);
  if (answer && answer !== last) setLast(answer);
  return answer ?? last;
}
