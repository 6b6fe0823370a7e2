import { type Ref, useCallback, useMemo, useRef, useState } from 'react';
import { Empty } from '@/components/design/empty';
import { IconButton } from '@/components/design/icon-button';
import { ExportIcon, SaveFilterIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { SearchBox } from '@/components/design/search-box';
import { useShortcut } from '@/components/keys/use-shortcut';
import { useList, usePapers } from '@/components/live-lists/use-list';
import { useTags } from '@/components/live-lists/use-tags';
import { cardOf } from '@/components/paper-list/card-paper';
import { type ListHandle, type ListRows, PaperList } from '@/components/paper-list/paper-list';
import { useFinder } from '@/components/paper-list/use-finder';
import { useSavedFilters } from '@/components/saved-filters/use-saved-filters';
import { plural, t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery, Sort } from '@/lib/protocol/list-query';
import { isWholeList, SORTS } from '@/lib/protocol/list-query';
import { Facets } from './facets';
import {
  askFor,
  askForEverything,
  askForTag,
  askOnly,
  queryOf,
  sortBy,
  useListState,
} from './list-state';
import type { SaveFilterProps } from './saved-filter-popovers';
import { SavedFilterChips } from './saved-filters';

const SaveFilter = later(() =>
  import('./saved-filter-popovers').then((module) => module.SaveFilter),
);
const LibraryExport = later(() =>
  import('@/components/export/library-export').then((module) => module.LibraryExport),
);

/** So many papers before and after those in view are read too. */
const READ_AROUND = 20;

interface ReadingListProps {
  readonly focusSearch: boolean;
  readonly search: Ref<HTMLInputElement>;
  readonly list: React.RefObject<ListHandle | null>;
  readonly onLeave: () => void;
}

/** The papers on the user's list. Live: changes made anywhere show at once. */
export function ReadingList({ focusSearch, search, list, onLeave }: ReadingListProps) {
  const shortcut = useShortcut('popup', 'filter');
  const state = useListState();
  const query = useMemo(() => queryOf(state), [state]);
  const answer = useLastAnswer(useList(query));
  const saved = useSavedFilters();
  const tags = useTags(answer !== undefined && !answer.isPartial);
  const { rows, onView } = useRows(answer);
  // By what was answered, not what is typed: papers and marks come in one go.
  const marking = answer?.corrected ?? answer?.search ?? '';
  const find = useFinder(marking);
  const [isExporting, setExporting] = useState(false);
  const isAll = isWholeList(query);
  const isCounted = answer !== undefined && !answer.isPartial;

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
        <SavedFilterChips
          filters={saved ?? []}
          query={query}
          onAsk={(wanted) => (wanted ? askOnly(wanted) : askForEverything())}
        />
        <Facets
          query={query}
          counts={isCounted ? answer.facets : undefined}
          tagColours={tags.tagColours}
          onChange={askFor}
        >
          {!isAll && (
            <>
              <SaveFilterButton query={query} filters={saved ?? []} />
              <button type="button" className="text-button" onClick={askForEverything}>
                {t('popupClear')}
              </button>
            </>
          )}
        </Facets>
        <div className="list-line">
          <p className="count" role="status">
            {isCounted && plural('papers', answer.nums.length)}
          </p>
          <span className="spacer" />
          <SortChoice query={query} />
          <IconButton
            name={t('exportTitle')}
            aria-haspopup="dialog"
            disabled={!isCounted}
            onClick={() => setExporting(true)}
          >
            <ExportIcon />
          </IconButton>
        </div>
        <Remarks answer={answer} query={query} />
      </div>
      {isExporting && answer && (
        <LibraryExport
          query={query}
          nums={answer.nums}
          chosen={NOTHING_CHOSEN}
          onClose={() => setExporting(false)}
        />
      )}
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
      {isCounted &&
        answer.nums.length === 0 &&
        (isAll ? (
          <Empty title={t('popupEmpty')}>
            <p>{t('popupEmptyHint')}</p>
          </Empty>
        ) : (
          <Empty title={t('popupNothing')}>
            <p>{t('popupNothingHint')}</p>
            <button type="button" className="button" onClick={askForEverything}>
              {t('popupShowList')}
            </button>
          </Empty>
        ))}
    </>
  );
}

/** The answer before stays in sight while the next one is worked out. */
function useLastAnswer(answer: ListAnswer | undefined): ListAnswer | undefined {
  const [last, setLast] = useState(answer);
  if (answer && answer !== last) setLast(answer);
  return answer ?? last;
}

const NO_NUMS = new Uint32Array();
const NOTHING_CHOSEN: ReadonlySet<number> = new Set();

/** The rows of an answer, with the papers in view read. */
function useRows(answer: ListAnswer | undefined) {
  const nums = answer?.nums ?? NO_NUMS;
  const [view, setView] = useState({ first: 0, last: 10 });
  const papers = usePapers(
    useMemo(
      () => [...nums.subarray(Math.max(0, view.first - READ_AROUND), view.last + READ_AROUND)],
      [nums, view],
    ),
  );
  // The same as long as the list is: whatever hears of another looks at all of its papers.
  const keyAt = useCallback((index: number) => nums[index] ?? -1, [nums]);
  const rows = useMemo<ListRows>(
    () => ({
      count: nums.length,
      keyAt,
      paperAt(index) {
        const record = papers.get(keyAt(index));
        return record ? cardOf(record) : null;
      },
    }),
    [nums, keyAt, papers],
  );
  const onView = useCallback((first: number, last: number) => setView({ first, last }), []);
  return { rows, onView };
}

function SortChoice({ query }: { readonly query: ListQuery }) {
  const sorts = query.search.trim() === '' ? SORTS.filter((one) => one !== 'relevance') : SORTS;
  return (
    <select
      className="pill-select bare"
      aria-label={t('popupSort')}
      value={query.sort}
      onChange={(event) => sortBy(event.target.value as Sort)}
    >
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {t(`popupSort_${sort}`)}
        </option>
      ))}
    </select>
  );
}

function SaveFilterButton(props: Pick<SaveFilterProps, 'query' | 'filters'>) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="text-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <SaveFilterIcon />
        {t('saveFilter')}
      </button>
      {isOpen && button.current && (
        <SaveFilter {...props} anchor={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

/** What of the search was not understood, or could not be searched yet. */
function Remarks({ answer, query }: { answer: ListAnswer | undefined; query: ListQuery }) {
  if (!answer || query.search.trim() === '') return null;
  return (
    <>
      {answer.corrected !== null && (
        <p className="remark" role="status">
          {t('popupCorrected', answer.corrected)}
        </p>
      )}
      {answer.problems.map((problem) => (
        <p key={problem} className="remark" role="status">
          {problem}
        </p>
      ))}
      {answer.unindexed > 0 && (
        <p className="remark" role="status">
          {plural('popupUnindexed', answer.unindexed)}
        </p>
      )}
    </>
  );
}
