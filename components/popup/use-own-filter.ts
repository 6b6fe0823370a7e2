import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useRegexEngine } from '@/components/paper-parts/use-regex-engine';
import { library } from '@/lib/connections/library';
import { filterNeedsEngine, flagsOf, yearOf } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { type Paper, type PaperId, UNDECIDED } from '@/lib/paper';

interface OwnFilter {
  readonly filter: string;
  /** What of it was not understood, in words for the user. */
  readonly problems: readonly string[];
  /** The papers that match; `null` without a filter. */
  readonly matching: readonly PaperId[] | null;
  readonly setFilter: (text: string) => void;
}

/** No visits are kept of pages that Winnow has no script on. */
const UNVISITED = { isNew: false, isSeen: false };

/** A filter over papers of a page that does not filter by itself. */
export function useOwnFilter(papers: readonly Paper[]): OwnFilter {
  const [filter, setFilter] = useState('');
  const states = useLiveQuery(() => library.states(papers.map(({ id }) => id)), [papers]);
  const parsed = useMemo(() => parseFilter(filter), [filter]);
  const engine = useRegexEngine(filterNeedsEngine(parsed.filter));
  const compiled = useMemo(() => compileFilter(parsed.filter, engine), [parsed, engine]);
  const subjects = useMemo(
    () =>
      papers.map((paper) => {
        const state = states?.[paper.id] ?? UNDECIDED;
        const { tags } = state;
        return { ...paper, tags, year: yearOf(paper.date), flags: flagsOf(state, UNVISITED) };
      }),
    [papers, states],
  );
  const matching = useMemo(
    () => (filter.trim() === '' ? null : subjects.filter(compiled.matches).map(({ id }) => id)),
    [filter, subjects, compiled],
  );
  return { filter, problems: [...parsed.problems, ...compiled.problems], matching, setFilter };
}
