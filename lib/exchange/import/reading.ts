/** Reads what is to be imported, and says what an import of it would do. */
import { lacksSomething } from '@/lib/library/queries/metadata-gaps';
import type { Queries } from '@/lib/library/queries/queries';
import type { LibraryReports } from '@/lib/library/queries/reports';
import { LIMITS } from '@/lib/protocol/limits';
import type { Unreadable } from '../formats/found-paper';
import { extentOf } from './compare';
import { compareFound, compareSaved } from './compare-entries';
import type { Encoding } from './decode';
import { type Entry, isUndecided } from './entry';
import { type Gathered, gatherEntries } from './gather-entries';
import { importedPart, savedPart } from './parts';
import type { Failure, Joining, Progress, Reading, Summary, View } from './protocol';
import { asTable, type Recognised, recognise } from './recognise';
import { readSource } from './source';

type Entries = Readonly<Record<View, readonly Entry[]>>;
const NO_ENTRIES: Entries = { all: [], fresh: [], known: [], merged: [], returned: [] };

/** `queries` and `reports` read the library. */
export function createReading(
  queries: Pick<Queries, 'papers' | 'rest' | 'clock'>,
  reports: Pick<LibraryReports, 'known'>,
): Reading {
  let text = '';
  let encoding: Encoding | null = null;
  let entries = NO_ENTRIES;
  let unreadable: readonly Unreadable[] = [];
  /** Counts readings, so that one that is no longer wanted notices. */
  let latest = 0;

  function clear(): void {
    entries = NO_ENTRIES;
    unreadable = [];
  }

  /** `null` where another reading began meanwhile. */
  async function gather(
    recognised: Recognised,
    tell: (progress: Progress) => void,
    isCurrent: () => boolean,
  ): Promise<Gathered | null> {
    let gathered: Gathered | null = null;
    for (gathered of gatherEntries(recognised)) {
      tell({ share: 0.5, papers: gathered.entries.size });
      await pause();
      if (!isCurrent()) return null;
    }
    return gathered;
  }

  async function summarise(
    recognised: Recognised | null,
    tell: (progress: Progress) => void,
  ): Promise<Summary | Failure> {
    latest += 1;
    const own = latest;
    const isCurrent = () => own === latest;
    clear();
    if (!recognised) return text.trim() === '' ? 'empty' : 'unknown';
    const { format, library, table } = recognised;
    if (library?.isLater) return 'later';

    const gathered = await gather(recognised, tell, isCurrent);
    if (!gathered) return 'empty';
    const all = [...gathered.entries.values()];
    if (all.length > LIMITS.papersPerImport) return 'tooLarge';
    const report = (done: number, total: number) =>
      tell({ share: 0.5 + done / total / 2, papers: all.length });
    if (library) await compareSaved(all, queries, report);
    else await compareFound(all, reports, report);
    if (!isCurrent()) return 'empty';

    entries = viewsOf(all, library !== undefined);
    unreadable = gathered.unreadable;
    const extent = (joining: Joining) => entries[joining].length;
    return {
      ...{ format, encoding, table },
      papers: all.length,
      fresh: entries.fresh.length,
      repeated: gathered.repeated,
      unreadable: gathered.unreadableCount,
      incomplete: all.filter(({ imported }) => lacksSomething(imported)).length,
      undecided: all.filter(isUndecided).length,
      library: library
        ? {
            rest: library.rest,
            settings: library.settings,
            extent: extentOf(library.rest, await queries.rest(), extent),
          }
        : null,
    };
  }

  return {
    async read(wanted, tell) {
      const source = await readSource(wanted);
      if (typeof source === 'string') return source;
      ({ text, encoding } = source);
      return summarise(source.recognised, tell);
    },
    async readAgain(fields, tell) {
      const { table } = recognise(text) ?? {};
      return summarise(table ? asTable(text, { ...table, fields }) : null, tell);
    },
    rows: async (view, from, to) =>
      entries[view].slice(from, to).map(({ saved: _, ...row }) => row),
    unreadable: async (from, to) => unreadable.slice(from, to),
    part: async (choice, part) => importedPart(entries.all, choice, part),
    savedPart: async (choice, part) => savedPart(entries.all, choice, part),
    close() {
      latest += 1;
      text = '';
      clear();
    },
  };
}

/** `isOurs`: a file of ours, whose entries say what they would change. */
function viewsOf(all: readonly Entry[], isOurs: boolean): Entries {
  const changing = (joining: Joining) =>
    isOurs ? all.filter(({ known, changes }) => known === null || changes?.[joining]) : [];
  return {
    all,
    fresh: all.filter(({ known }) => known === null),
    known: all.filter(({ known }) => known !== null),
    merged: changing('merged'),
    returned: changing('returned'),
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
