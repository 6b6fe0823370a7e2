import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useCallback, useMemo } from 'react';
import { Empty } from '@/components/design/empty';
import { SearchBox } from '@/components/design/search-box';
import { useShortcut } from '@/components/keys/use-shortcut';
import { useTags } from '@/components/live-lists/use-tags';
import type { ListRows } from '@/components/paper-list/list-rows';
import { PaperList } from '@/components/paper-list/paper-list';
import { finderFor } from '@/components/paper-parts/finder';
import { progressText } from '@/components/paper-parts/progress-text';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import { isDecided, type Paper, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import type { PageView } from '@/lib/protocol/page-view';
import { AllActions } from './all-actions';
import type { ShownPage, TabProps } from './shown-page';
import { UnreadableLine } from './unreadable-line';
import { usePageFilter } from './use-page-filter';

interface PagePapersProps extends TabProps {
  readonly page: ShownPage;
  /** How many papers there are, in words, for when none is filtered out. */
  readonly counted: string;
  /** Whether the page scrolls to a paper when asked. */
  readonly canShow: boolean;
  /** Papers that the library has, and knows better than the page. */
  readonly saved?: ReadonlySet<PaperId>;
  /** More about the papers, above them. */
  readonly children?: ReactNode;
}

/** The papers of a page as cards, filtered like the page itself. */
export function PagePapers(props: PagePapersProps) {
  const { page, counted, canShow, focusSearch, search, list, onLeave } = props;
  const { view, link } = page;
  const { papers } = view;
  const shortcut = useShortcut('popup', 'filter');
  const [filter, setFilter] = usePageFilter(page);
  const states = useLiveQuery(() => library.states(papers.map(({ id }) => id)), [papers]);
  const tags = useTags(states !== undefined);
  const find = useMemo(() => finderFor(filter), [filter]);
  const matching = useMatching(view);
  const rows = useRows(matching, view.failures, states, props.saved);
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
        <div className="counts">
          <p className="count" role="status">
            {view.matching ? (
              <>
                {t('panelMatch', rows.count, papers.length)}
                {decided > 0 && ` · ${t('popupDecided', decided)}`}
              </>
            ) : decided > 0 ? (
              progressText({ papers: papers.length, decided })
            ) : (
              counted
            )}
          </p>
          {rows.count > 1 && <AllActions rows={rows} knownTags={tags.knownTags} />}
        </div>
        {view.problems.map((problem) => (
          <p key={problem} className="remark">
            {problem}
          </p>
        ))}
        <UnreadableLine count={view.unreadable} />
        {props.children}
      </div>
      {rows.count > 0 ? (
        <PaperList
          ref={list}
          label={t('popupPageList')}
          rows={rows}
          asked={filter}
          find={find}
          {...tags}
          onShow={canShow ? show : undefined}
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

/** The papers that match the page's filter. */
function useMatching({ papers, matching }: ShownPage['view']): readonly Paper[] {
  return useMemo(() => {
    const ids = matching && new Set(matching);
    return ids ? papers.filter(({ id }) => ids.has(id)) : papers;
  }, [papers, matching]);
}

function useRows(
  papers: readonly Paper[],
  failures: PageView['failures'],
  states: Readonly<Record<PaperId, TriageState>> | undefined,
  saved: ReadonlySet<PaperId> | undefined,
): ListRows {
  const keyAt = useCallback((index: number) => papers[index]?.id ?? '', [papers]);
  return useMemo<ListRows>(
    () => ({
      count: papers.length,
      keyAt,
      paperAt(index) {
        const found = papers[index];
        if (!found) return null;
        const { id, ...meta } = found;
        const paper = saved?.has(id) ? null : found;
        return { id, meta, paper, state: states?.[id] ?? UNDECIDED, failure: failures[id] ?? null };
      },
    }),
    [papers, keyAt, states, failures, saved],
  );
}
