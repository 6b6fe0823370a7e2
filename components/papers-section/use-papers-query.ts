import { useCallback, useMemo, useRef } from 'react';
import { paramsOf, queryOf } from '@/components/shell/query-params';
import { hrefOf, replaceRoute } from '@/components/shell/route';
import type { ListQuery } from '@/lib/protocol/list-query';

/** The query in the address, and a stable function that changes parts of it. */
export function usePapersQuery(params: string) {
  const query = useMemo(() => queryOf(params), [params]);
  const latest = useRef(query);
  latest.current = query;
  const ask = useCallback((part: Partial<ListQuery>) => {
    replaceRoute(hrefOf('papers', paramsOf({ ...latest.current, ...part })));
  }, []);
  return { query, ask };
}
