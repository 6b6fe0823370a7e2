import { useLiveQuery } from 'dexie-react-hooks';
import { type Ref, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Empty } from '@/components/design/empty';
import { SearchBox } from '@/components/design/search-box';
import { useShortcut } from '@/components/keys/use-shortcut';
import { useTags } from '@/components/live-lists/use-tags';
import type { PageStatus } from '@/components/page-link/use-page';
import { finderFor } from '@/components/paper-list/finder';
import { type ListHandle, type ListRows, PaperList } from '@/components/paper-list/paper-list';
import { library } from '@/lib/connections/library';
import { formatNumber, plural, t } from '@/lib/i18n';
import { isDecided, type PaperId, UNDECIDED } from '@/lib/paper';

const PLACES = [
  { name: 'popupPlaceArxiv', url: 'https://arxiv.org/list/cs.LG/new' },
  { name: 'popupPlaceHuggingFace', url: 'https://huggingface.co/papers' },
] as const;

interface ThisPageProps {
  readonly page: PageStatus;
  readonly focusSearch: boolean;
  readonly search: Ref<HTMLInputElement>;
  readonly list: RefObject<ListHandle | null>;
  readonly onLeave: () => void;
}

/** The papers of the active tab; filtering here narrows the page itself. */
export function ThisPage({ page, ...others }: ThisPageProps) {
  switch (page.kind) {
    case 'looking':
      return null;
    case 'elsewhere':
      return (
        <Empty title={t('popupElsewhere')}>
          <p>{t('popupElsewhereHint')}</p>
          <Places />
        </Empty>
      );
    case 'unlinked':
      return (
        <Empty title={t('popupReload')}>
          <p>{t('popupReloadHint')}</p>
        </Empty>
      );
    case 'linked':
      return page.view.papers.length > 0 ? (
        <PagePapers page={page} {...others} />
      ) : (
        <Empty title={page.view.site ? t('popupNoneOn', page.view.site) : t('popupNoneHere')}>
          {page.view.unreadable > 0 && <Unreadable count={page.view.unreadable} />}
          <p>{t('popupNoneHint')}</p>
          <Places />
        </Empty>
      );
  }
}

interface PagePapersProps extends Omit<ThisPageProps, 'page'> {
  readonly page: PageStatus & { kind: 'linked' };
}

function PagePapers({ page, focusSearch, search, list, onLeave }: PagePapersProps) {
  const { view, link } = page;
  const { papers, failures, unreadable } = view;
  const shortcut = useShortcut('popup', 'filter');
  const [filter, setFilter] = usePageFilter(page);
  const states = useLiveQuery(() => library.states(papers.map(({ id }) => id)), [papers]);
  const tags = useTags(states !== undefined);
  const find = useMemo(() => finderFor(filter), [filter]);

  const matching = useMemo(() => {
    const found = view.matching && new Set(view.matching);
    return found ? papers.filter(({ id }) => found.has(id)) : papers;
  }, [papers, view.matching]);

  const keyAt = useCallback((index: number) => matching[index]?.id ?? '', [matching]);
  const rows = useMemo<ListRows>(
    () => ({
      count: matching.length,
      keyAt,
      paperAt(index) {
        const paper = matching[index];
        if (!paper) return null;
        const { id, ...meta } = paper;
        return { id, meta, paper, state: states?.[id] ?? UNDECIDED, failure: failures[id] ?? null };
      },
    }),
    [matching, keyAt, states, failures],
  );
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
            ? t('panelMatch', formatNumber(matching.length), formatNumber(papers.length))
            : plural('popupOnPage', papers.length, view.site ?? '')}
          {decided > 0 && ` · ${t('popupDecided', formatNumber(decided))}`}
        </p>
        {view.problems.map((problem) => (
          <p key={problem} className="remark">
            {problem}
          </p>
        ))}
        {unreadable > 0 && <Unreadable count={unreadable} />}
      </div>
      {matching.length > 0 ? (
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

/** The page's filter as it is typed here; what is typed on the page itself shows here too. */
function usePageFilter({ view, link }: PageStatus & { kind: 'linked' }) {
  const [text, setText] = useState(view.filter);
  const sent = useRef(view.filter);
  useEffect(() => {
    if (view.filter === sent.current) return;
    sent.current = view.filter;
    setText(view.filter);
  }, [view.filter]);
  const change = (filter: string) => {
    sent.current = filter;
    setText(filter);
    link.request({ filter });
  };
  return [text, change] as const;
}

function Unreadable({ count }: { readonly count: number }) {
  return <p className="remark">{plural('popupUnreadable', count)}</p>;
}

function Places() {
  return (
    <ul className="places">
      {PLACES.map(({ name, url }) => (
        <li key={url}>
          <a className="button" href={url} target="_blank" rel="noreferrer">
            {t(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}
