/** Reads what is to be imported, and works out what importing it would do. */
import { lacksSomething } from '@/lib/library/queries/metadata-gaps';
import type { Queries } from '@/lib/library/queries/queries';
import type { LibraryReports } from '@/lib/library/queries/reports';
import { LIMITS } from '@/lib/protocol/limits';
import type { UnreadableEntry } from '../formats/parsed-paper';
import { importedPart, savedPart } from './chosen-parts';
import { compareFound, compareSaved } from './compare-entries';
import type { Encoding } from './decode';
import { type ImportEntry, isUndecided } from './entry';
import { type GatheredEntries, gatherEntries } from './gather-entries';
import { countChanges } from './preview-changes';
import type { SavedLibrary } from './read-saved-library';
import { readSource } from './read-source';
import { asTable, type Recognised, recognise } from './recognise';
import type {
  ImportFailure,
  ImportMode,
  ImportProgress,
  ImportSession,
  ImportSummary,
  LibrarySummary,
  PreviewView,
} from './session';

type EntriesByView = Readonly<Record<PreviewView, readonly ImportEntry[]>>;
const NO_ENTRIES: EntriesByView = { all: [], fresh: [], known: [], merged: [], returned: [] };

/** Creates a session that compares its papers with the library read by `queries` and `reports`. */
export function createImportSession(
  queries: Pick<Queries, 'papers' | 'rulesAndTags' | 'clock'>,
  reports: Pick<LibraryReports, 'known'>,
): ImportSession {
  let text = '';
  let encoding: Encoding | null = null;
  let entries = NO_ENTRIES;
  let unreadable: readonly UnreadableEntry[] = [];
  /** The number of the latest read, by which earlier ones notice that they are obsolete. */
  let latestRead = 0;

  function clear(): void {
    entries = NO_ENTRIES;
    unreadable = [];
  }

  async function summarise(
    recognised: Recognised | null,
    report: (progress: ImportProgress) => void,
  ): Promise<ImportSummary | ImportFailure> {
    latestRead += 1;
    const id = latestRead;
    const isCurrent = () => id === latestRead;
    clear();
    if (!recognised) return text.trim() === '' ? 'empty' : 'unknown';
    const { format, library, table } = recognised;
    if (library?.isLater) return 'later';

    const gathered = await gather(recognised, report, isCurrent);
    if (!gathered) return 'empty';
    const all = [...gathered.entries.values()];
    if (all.length > LIMITS.papersPerImport) return 'tooLarge';
    const reportComparison = (done: number, total: number) =>
      report({ share: 0.5 + done / total / 2, papers: all.length });
    if (library) await compareSaved(all, queries, reportComparison);
    else await compareFound(all, reports, reportComparison);
    if (!isCurrent()) return 'empty';

    const views = groupByView(all, library !== undefined);
    entries = views;
    unreadable = gathered.unreadable;
    const librarySummary =
      library && summariseLibrary(library, await queries.rulesAndTags(), views);
    return {
      ...{ format, encoding, table },
      ...countEntries(views, gathered),
      library: librarySummary ?? null,
    };
  }

  return {
    async read(input, report) {
      const source = await readSource(input);
      if (typeof source === 'string') return source;
      ({ text, encoding } = source);
      return summarise(source.recognised, report);
    },
    async readWithColumns(fields, report) {
      const { table } = recognise(text) ?? {};
      return summarise(table ? asTable(text, { ...table, fields }) : null, report);
    },
    previewPapers: async (view, from, to) =>
      entries[view].slice(from, to).map(({ saved: _, ...row }) => row),
    unreadable: async (from, to) => unreadable.slice(from, to),
    part: async (choice, part) => importedPart(entries.all, choice, part),
    savedPart: async (choice, part) => savedPart(entries.all, choice, part),
    close() {
      latestRead += 1;
      text = '';
      clear();
    },
  };
}

/** `null` if another read began meanwhile. */
async function gather(
  recognised: Recognised,
  report: (progress: ImportProgress) => void,
  isCurrent: () => boolean,
): Promise<GatheredEntries | null> {
  let gathered: GatheredEntries | null = null;
  for (gathered of gatherEntries(recognised)) {
    report({ share: 0.5, papers: gathered.entries.size });
    await pause();
    if (!isCurrent()) return null;
  }
  return gathered;
}

type EntryCounts = Pick<
  ImportSummary,
  'papers' | 'fresh' | 'repeated' | 'unreadable' | 'incomplete' | 'undecided'
>;

function countEntries({ all, fresh }: EntriesByView, gathered: GatheredEntries): EntryCounts {
  return {
    papers: all.length,
    fresh: fresh.length,
    repeated: gathered.repeated,
    unreadable: gathered.unreadableCount,
    incomplete: all.filter(({ imported }) => lacksSomething(imported)).length,
    undecided: all.filter(isUndecided).length,
  };
}

function summariseLibrary(
  { rest, settings }: SavedLibrary,
  known: Awaited<ReturnType<Queries['rulesAndTags']>>,
  entries: EntriesByView,
): LibrarySummary {
  const countPapers = (mode: ImportMode) => entries[mode].length;
  return { rest, settings, changeCounts: countChanges(rest, known, countPapers) };
}

/** `isOurs`: entries of our own files know what they would change. */
function groupByView(all: readonly ImportEntry[], isOurs: boolean): EntriesByView {
  const changing = (mode: ImportMode) =>
    isOurs ? all.filter(({ known, changes }) => known === null || changes?.[mode]) : [];
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
