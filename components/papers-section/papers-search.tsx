import type { KeyboardEvent, Ref } from 'react';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { t } from '@/lib/i18n';
import type { ListQuery } from '@/lib/protocol/list-query';

interface PapersSearchProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: ListQuery;
  readonly onAsk: (part: Partial<ListQuery>) => void;
  /** Moves the focus into the list. */
  readonly onDown: () => void;
}

/** The search box. Escape clears it, ↓ goes to the results. */
export function PapersSearch({ ref, query, onAsk, onDown }: PapersSearchProps) {
  const keyHint = useKeyHint('library');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onAsk(searchFor(query, ''));
    else if (event.key === 'ArrowDown') onDown();
    else return;
    event.preventDefault();
  }
  return (
    <input
      ref={ref}
      type="search"
      aria-label={t('papersSearch')}
      title={keyHint(t('papersSearch'), 'filter')}
      placeholder={t('searchPlaceholder')}
      value={query.search}
      autoFocus
      spellCheck={false}
      onChange={({ target }) => onAsk(searchFor(query, target.value))}
      onKeyDown={onKeyDown}
    />
  );
}

/** A search is sorted by relevance until it is cleared. */
function searchFor({ search, sort }: ListQuery, wanted: string): Partial<ListQuery> {
  if (search === '' && wanted !== '' && sort === 'added')
    return { search: wanted, sort: 'relevance' };
  if (wanted === '' && sort === 'relevance') return { search: wanted, sort: 'added' };
  return { search: wanted };
}
