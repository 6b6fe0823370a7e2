import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useList } from '@/components/live-lists/use-list';
import { library as queries } from '@/lib/connections/library';
import type { Sort } from '@/lib/protocol/list-query';
import { isWholeList, type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import { ExportDialog, type ExportScope } from './export-dialog';

interface LibraryExportProps {
  /** The query of the list. */
  readonly query: ListQuery;
  /** The papers of the list, in order. */
  readonly nums: Uint32Array;
  readonly chosen: ReadonlySet<number>;
  readonly onClose: () => void;
}

/** Exports the selected papers, those shown, or the whole reading list. */
export function LibraryExport({ query, nums, chosen, onClose }: LibraryExportProps) {
  const everything = useMemo(() => wholeListQuery(query.sort), [query.sort]);
  const answer = useList(everything);
  const all = answer && !answer.isPartial ? answer.nums : null;
  const library = useLiveQuery(() => queries.allNums());
  const isAll = isWholeList(query);
  const scopes = useMemo<ExportScope[]>(
    () => [
      ...(chosen.size > 0
        ? [{ name: 'selection' as const, nums: nums.filter((num) => chosen.has(num)) }]
        : []),
      ...(isAll ? [] : [{ name: 'shown' as const, nums }]),
      ...(all ? [{ name: 'all' as const, nums: all, library }] : []),
    ],
    [chosen, nums, isAll, all, library],
  );
  return scopes.length > 0 && <ExportDialog scopes={scopes} onClose={onClose} />;
}

function wholeListQuery(sort: Sort): ListQuery {
  return { ...READING_LIST, sort: sort === 'relevance' ? 'added' : sort };
}
