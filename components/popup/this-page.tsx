import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { PaperList } from '@/components/paper-list/paper-list';
import { library } from '@/lib/library/open';
import { UNDECIDED } from '@/lib/paper';
import type { PageStatus } from './use-page';

const PLACES = [
  { name: 'Today on arXiv cs.LG', url: 'https://arxiv.org/list/cs.LG/new' },
  { name: 'Today on Hugging Face', url: 'https://huggingface.co/papers' },
];

/** The papers of the active tab; filtering here narrows the page itself. */
export function ThisPage(props: { readonly page: PageStatus; readonly focusSearch: boolean }) {
  const { page, focusSearch } = props;
  switch (page.kind) {
    case 'looking':
      return null;
    case 'elsewhere':
      return (
        <Empty title="No papers on this page">
          <p>Winnow works on arXiv and Hugging Face listings. Go to one of these:</p>
          <Places />
        </Empty>
      );
    case 'unlinked':
      return (
        <Empty title="Reload this page">
          <p>It was open before Winnow was installed or updated, or is still loading.</p>
        </Empty>
      );
    case 'linked':
      return page.view.papers.length > 0 ? (
        <PagePapers page={page} focusSearch={focusSearch} />
      ) : (
        <Empty title={page.view.site ? `No papers on this ${page.view.site}` : 'No papers here'}>
          {page.view.unreadable > 0 && <Unreadable count={page.view.unreadable} />}
          <p>Papers show up here on listings, search results and paper pages:</p>
          <Places />
        </Empty>
      );
  }
}

interface PagePapersProps {
  readonly page: PageStatus & { kind: 'linked' };
  readonly focusSearch: boolean;
}

function PagePapers({ page, focusSearch }: PagePapersProps) {
  const { view, link } = page;
  const { papers, failures, unreadable } = view;
  const [filter, setFilter] = usePageFilter(page);
  const states = useLiveQuery(() => library.states(papers.map(({ id }) => id)), [papers]);
  const knownTags = useLiveQuery(() => library.tags(), []);

  const matching = useMemo(() => {
    const found = view.matching && new Set(view.matching);
    return found ? papers.filter(({ id }) => found.has(id)) : papers;
  }, [papers, view.matching]);

  const items = matching.map((paper) => {
    const { id, ...meta } = paper;
    return { id, meta, paper, state: states?.[id] ?? UNDECIDED, failure: failures[id] ?? null };
  });
  const decided = papers.filter(({ id }) => {
    const state = states?.[id];
    return state && (state.starred || state.dismissed || state.tags.length > 0);
  });

  return (
    <>
      <div className="controls">
        <input
          type="search"
          aria-label="Filter this page"
          placeholder="Filter this page"
          value={filter}
          autoFocus={focusSearch}
          onChange={(event) => setFilter(event.target.value)}
        />
        <p className="count" role="status">
          {view.matching
            ? `${matching.length} of ${papers.length} match`
            : `${papers.length} ${papers.length === 1 ? 'paper' : 'papers'} on this ${view.site}`}
          {decided.length > 0 && `, ${decided.length} decided`}
        </p>
        {view.problems.map((problem) => (
          <p key={problem} className="count">
            {problem}
          </p>
        ))}
        {unreadable > 0 && <Unreadable count={unreadable} />}
      </div>
      {items.length > 0 ? (
        <PaperList
          label="Papers on this page"
          items={items}
          query={filter}
          knownTags={knownTags?.map(({ tag }) => tag) ?? []}
          onShow={(id) => link.request({ show: id })}
          isListed={false}
        />
      ) : (
        <Empty title="Nothing matches">
          <button type="button" className="button" onClick={() => setFilter('')}>
            Show all
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
  return (
    <p className="count">
      {count === 1 ? 'One entry' : `${count} entries`} could not be read and{' '}
      {count === 1 ? 'was' : 'were'} left alone.
    </p>
  );
}

function Places() {
  return (
    <ul className="places">
      {PLACES.map(({ name, url }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Says why there is nothing to see, and what to do. */
export function Empty(props: { readonly title: string; readonly children?: React.ReactNode }) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}
