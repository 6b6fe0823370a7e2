import { useLiveQuery } from 'dexie-react-hooks';
import { create } from 'zustand';
import { PaperList } from '@/components/paper-list/paper-list';
import { library } from '@/lib/library/open';
import type { ListQuery } from '@/lib/library/queries';
import type { Status } from '@/lib/paper';
import { Empty } from './this-page';

const EVERYTHING: ListQuery = {
  search: '',
  starred: false,
  tag: null,
  status: null,
  shelf: 'list',
  sort: 'added',
};

/** What the list is asked for; kept while the user turns to the other tab. */
const useListQuery = create<ListQuery>(() => EVERYTHING);
const { setState: ask } = useListQuery;

/** Choices of the status filter: the three statuses, and the papers dismissed. */
const DISMISSED = 'dismissed';

/** The papers on the user's list. Live: changes made anywhere show at once. */
export function ReadingList({ focusSearch }: { readonly focusSearch: boolean }) {
  const query = useListQuery();
  const records = useLiveQuery(() => library.list(query), [query]);
  const tags = useLiveQuery(() => library.tags(), []);
  const isAskedForAll = Object.entries(EVERYTHING).every(
    ([key, value]) => key === 'sort' || query[key as keyof ListQuery] === value,
  );

  return (
    <>
      <div className="controls">
        <input
          type="search"
          aria-label="Search papers"
          placeholder="Search title, abstract, authors, tags"
          value={query.search}
          autoFocus={focusSearch}
          onChange={(event) => ask({ search: event.target.value })}
        />
        <div className="filters">
          <button
            type="button"
            className="filter"
            aria-pressed={query.starred}
            onClick={() => ask({ starred: !query.starred })}
          >
            Starred
          </button>
          <select
            aria-label="Tag"
            value={query.tag ?? ''}
            data-active={query.tag !== null || undefined}
            onChange={(event) => ask({ tag: event.target.value || null })}
          >
            <option value="">Any tag</option>
            {tags?.map(({ tag, count }) => (
              <option key={tag} value={tag}>
                {tag} ({count})
              </option>
            ))}
          </select>
          <select
            aria-label="Status"
            value={query.shelf === DISMISSED ? DISMISSED : (query.status ?? '')}
            data-active={query.status !== null || query.shelf === DISMISSED || undefined}
            onChange={(event) => ask(statusChoice(event.target.value))}
          >
            <option value="">Any status</option>
            <option value="unread">Unread</option>
            <option value="reading">Reading</option>
            <option value="read">Read</option>
            <option value={DISMISSED}>Dismissed</option>
          </select>
          <select
            aria-label="Sort by"
            value={query.sort}
            onChange={(event) => ask({ sort: event.target.value as ListQuery['sort'] })}
          >
            <option value="added">Last added</option>
            <option value="published">Newest</option>
            <option value="title">Title</option>
            <option value="upvotes">Upvotes</option>
          </select>
        </div>
        {records && (
          <p className="count" role="status">
            {records.length} {records.length === 1 ? 'paper' : 'papers'}
          </p>
        )}
      </div>
      {records && records.length > 0 && (
        <PaperList
          label="Reading list"
          items={records.map(({ id, meta, triage }) => ({
            id,
            meta,
            state: triage,
            paper: null,
            failure: null,
          }))}
          query={query.search}
          knownTags={tags?.map(({ tag }) => tag) ?? []}
          isListed
        />
      )}
      {records?.length === 0 &&
        (isAskedForAll ? (
          <Empty title="Your reading list is empty">
            <p>Star or tag a paper on an arXiv or Hugging Face listing, and it is kept here.</p>
          </Empty>
        ) : (
          <Empty title="Nothing matches">
            <button
              type="button"
              className="button"
              onClick={() => ask({ ...EVERYTHING, sort: query.sort })}
            >
              Show the whole list
            </button>
          </Empty>
        ))}
    </>
  );
}

function statusChoice(choice: string): Pick<ListQuery, 'status' | 'shelf'> {
  if (choice === DISMISSED) return { shelf: 'dismissed', status: null };
  return { shelf: 'list', status: (choice || null) as Status | null };
}
