import { useLiveQuery } from 'dexie-react-hooks';
import { type Ref, type RefObject, useCallback, useMemo } from 'react';
import { Empty } from '@/components/design/empty';
import { SearchBox } from '@/components/design/search-box';
import { useShortcut } from '@/components/keys/use-shortcut';
import { useTags } from '@/components/live-lists/use-tags';
import type { LinkedPage } from '@/components/page-link/use-page';
import type { ListRows } from '@/components/paper-list/list-rows';
import { type ListHandle, PaperList } from '@/components/paper-list/paper-list';
import { finderFor } from '@/components/paper-parts/finder';
import { library } from '@/lib/connections/library';
import { formatNumber, plural, t } from '@/lib/i18n';
import { isDecided, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import { UnreadableLine } from './unreadable-line';
import { usePageFilter } from './use-page-filter';

export interface PagePapersProps {
  readonly page: LinkedPage;
  readonly focusSearch: boolean;
  readonly search: Ref<HTMLInputElement>;
  readonly list: RefObject<ListHandle | null>;
  readonly onLeave: () => void;
}

/** The papers of a page as cards, filtered like the page itself. */
export function PagePapers({ page, focusSearch, search, list, onLeave }: PagePapersProps) {
  const { view, link } = page;
  const { papers } = view;
  const shortcut = useShortcut('popup', 'filter');
  const [filter, setFilter] = usePageFilter(page);
  const states = useLiveQuery(() => library.states(papers.map(({ id }) => id)), [papers]);
  const tags = useTags(states !== undefined);
  const find = useMemo(() => finderFor(filter), [filter]);
  const rows = useMatchingRows(page, states);
  const show = useCallback((id: PaperId) => link.request({ show: id }), [link]);
  const decided = papers.filter(({ id }) => isDecided(states?.[id] ?? UNDECIDED)).length;

  return (
    <>
      <div className="controls">
        <SearchBox
          ref={search}
          name={t('panelFilter')}
          placeholder={t('panelFilter')}
          value={filter}
          autoFocus={focusSearch}
          shortcut={shortcut}
          onChange={setFilter}
          onDown={() => list.current?.focus()}
        />
        <p className="count" role="status">
          {view.matching
            ? t('panelMatch', formatNumber(rows.count), formatNumber(papers.length))
            : plural('popupOnPage', papers.length, view.site ?? '')}
          {decided > 0 && ` · ${t('popupDecided', formatNumber(decided))}`}
        </p>
        {view.problems.map((problem) => (
          <p key={problem} className="remark">
            {problem}
          </p>
        ))}
        <UnreadableLine count={view.unreadable} />
      </div>
      {rows.count > 0 ? (
        <PaperList
          ref={list}
          label={t('popupPageList')}
          rows={rows}
          asked={filter}
          find={find}
          {...tags}
          onShow={show}
          onLeave={onLeave}
          isListed={false}
        />
      ) : (
        <Empty title={t('popupNothing')}>
          <button type="button" className="button" onClick={() => setFilter('')}>
            {t('panelShowAll')}
          </button>
        </Empty>
      )}
    </>
  );
}

/** Rows for the papers that match the page's filter. */
function useMatchingRows(
  { view: { papers, matching, failures } }: LinkedPage,
  states: Readonly<Record<PaperId, TriageState>> | undefined,
): ListRows {
  const found = useMemo(() => {
    const ids = matching && new Set(matching);
    return ids ? papers.filter(({ id }) => ids.has(id)) : papers;
  }, [papers, matching]);
  const keyAt = useCallback((index: number) => found[index]?.id ?? '', [found]);
  return useMemo<ListRows>(
    () => ({
      count: found.length,
      keyAt,
      paperAt(index) {
        const paper = found[index];
        if (!paper) return null;
        const { id, ...meta } = paper;
        return { id, meta, paper, state: states?.[id] ?? UNDECIDED, failure: failures[id] ?? null };
      },
    }),
    [found, keyAt, states, failures],
  );
}
