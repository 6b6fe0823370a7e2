/** Reads what is to be imported and looks what of it is known, in slices. */

import { savedPaper } from '@/lib/exchange/formats/winnow-write';
import { type KnownPaper, knownPaper } from '@/lib/library/identity/known-papers';
import {
  latestTime,
  mergeRecords,
  recordOf,
  withoutFuture,
} from '@/lib/library/identity/merge-records';
import { lacksSomething } from '@/lib/library/queries/metadata-gaps';
import type { Queries } from '@/lib/library/queries/queries';
import type { Surveys } from '@/lib/library/queries/reports';
import { timeOf } from '@/lib/library/store/clock';
import { inChunks } from '@/lib/library/store/in-chunks';
import type { PaperId } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import { cleanTag } from '@/lib/protocol/tag';
import type { Found as FoundPapers, Unreadable } from '../formats/found-paper';
import { changesOf, extentOf } from './compare';
import { decode, type Encoding } from './decode';
import { importedOf, joined } from './imported';
import type { Copied } from './pasted/copied';
import type { Choice, Failure, Joining, Progress, Reading, Row, Summary, View } from './protocol';
import { asTable, type Recognised, recognise } from './recognise';

/** Larger files are not read: a browser has no texts of that length. */
const LARGEST_BYTES = 300_000_000;
/** So many are kept; what cannot be read beyond that is counted. */
const UNREADABLE_KEPT = 10_000;
/** So long, in milliseconds, others wait. */
const SLICE_MS = 30;

interface Kept extends Row {
  imported: Imported;
  known: KnownPaper | null;
  changes: Row['changes'];
  /** Of our own files. */
  saved?: SavedPaper;
}

type Found = FoundPapers | { readonly saved: SavedPaper; readonly place: number };

/** `queries` and `surveys` read the library. */
export function createReading(
  queries: Pick<Queries, 'papers' | 'rest' | 'clock'>,
  surveys: Pick<Surveys, 'known'>,
): Reading {
  let text = '';
  let encoding: Encoding | null = null;
  let papers: Kept[] = [];
  let unreadable: Unreadable[] = [];
  let shown = NOTHING_SHOWN;
  /** Another reading began since. */
  let turn = 0;

  async function take(
    recognised: Recognised | null,
    tell: (progress: Progress) => void,
  ): Promise<Summary | Failure> {
    turn += 1;
    const own = turn;
    papers = [];
    unreadable = [];
    if (!recognised) return text.trim() === '' ? 'empty' : 'unknown';
    const { format, library, source = 'elsewhere' } = recognised;
    if (library?.isLater) return 'later';
    const byId = new Map<PaperId, Kept>();
    let [repeated, failed] = [0, 0];
    const fail = (one: Unreadable) => {
      failed += 1;
      if (unreadable.length < UNREADABLE_KEPT) unreadable.push(one);
    };
    let last = performance.now();
    for (const one of library?.problems ?? []) fail(one);
    const all: Iterable<Found> = library ? library.papers() : recognised.read();
    for (const found of all) {
      if ('unreadable' in found) fail(found.unreadable);
      else if ('saved' in found) {
        const { saved, place } = found;
        const earlier = byId.get(saved.id);
        if (earlier?.saved) {
          repeated += 1;
          earlier.saved = savedPaper(mergeRecords(recordOf(earlier.saved, 0), recordOf(saved, 0)));
        } else byId.set(saved.id, keptOf(saved, byId.size, place));
      } else {
        const { place, title } = found.paper;
        const checked = importedOf(found.paper, source);
        if ('why' in checked)
          fail({ place, excerpt: title?.slice(0, 120) ?? '', why: checked.why });
        else {
          const { imported } = checked;
          const earlier = byId.get(imported.id);
          if (earlier) {
            repeated += 1;
            earlier.imported = joined(earlier.imported, imported);
          } else {
            const index = byId.size;
            byId.set(imported.id, { index, place, imported, known: null, changes: null });
          }
        }
      }
      if (performance.now() - last > SLICE_MS) {
        tell({ share: 0.5, papers: byId.size });
        await pause();
        if (own !== turn) return 'empty';
        last = performance.now();
      }
    }
    if (byId.size > LIMITS.papersPerImport) return 'tooLarge';
    papers = [...byId.values()];
    if (library) await compare(tell);
    else await lookUp(tell);
    if (own !== turn) return 'empty';
    const changing = (joining: Joining) =>
      papers.filter(({ known, changes }) => known === null || changes?.[joining]);
    shown = {
      all: papers,
      fresh: papers.filter(({ known }) => known === null),
      known: papers.filter(({ known }) => known !== null),
      merged: library ? changing('merged') : [],
      returned: library ? changing('returned') : [],
    };
    return {
      ...{ format, encoding, papers: papers.length, fresh: shown.fresh.length, repeated },
      unreadable: failed,
      incomplete: papers.filter(({ imported }) => lacksSomething(imported)).length,
      undecided: papers.filter(isUndecided).length,
      table: recognised.table,
      library: library
        ? {
            rest: library.rest,
            settings: library.settings,
            extent: extentOf(
              library.rest,
              await queries.rest(),
              (joining) => shown[joining].length,
            ),
          }
        : null,
    };
  }

  /** What of a file of ours is known, and what would become different. */
  async function compare(tell: (progress: Progress) => void): Promise<void> {
    const clock = await queries.clock();
    const latest = latestTime(Math.max(Date.now(), clock === null ? 0 : timeOf(clock)));
    await inChunks(
      papers,
      (done, total) => tell({ share: 0.5 + done / total / 2, papers: total }),
      async (some) => {
        const records = await queries.papers(some.map(({ imported: { id } }) => id));
        const byId = new Map(records.map((record) => [record.id, record]));
        for (const one of some) {
          const record = byId.get(one.imported.id);
          if (!record || !one.saved) continue;
          one.known = knownPaper(record);
          const other = recordOf(withoutFuture(one.saved, latest), record.num);
          one.changes = changesOf(record, other);
        }
      },
    );
  }

  async function lookUp(tell: (progress: Progress) => void): Promise<void> {
    const known = await surveys.known(
      papers.map(({ imported: { id, meta } }) => ({ id, title: meta.title, doi: meta.doi })),
      (done, total) => tell({ share: 0.5 + done / total / 2, papers: papers.length }),
    );
    for (const [index, one] of papers.entries()) one.known = known[index] ?? null;
  }

  return {
    async read(source, tell) {
      encoding = null;
      if (typeof source === 'string') text = source;
      else if ('found' in source) {
        text = tidied(source.text);
        return take(recognisedCopy(source, text), tell);
      } else {
        if (source.size > LARGEST_BYTES) return 'tooLarge';
        const decoded = decode(new Uint8Array(await source.arrayBuffer()));
        if (decoded.text === null) return 'noText';
        ({ text, encoding } = decoded);
      }
      text = tidied(text);
      return take(recognise(text), tell);
    },
    async readAgain(fields, tell) {
      const { table } = recognise(text) ?? {};
      return take(table ? asTable(text, { ...table, fields }) : null, tell);
    },
    rows: async (view, from, to) => shown[view].slice(from, to).map(({ saved: _, ...row }) => row),
    unreadable: async (from, to) => unreadable.slice(from, to),
    part: async (choice, part) => partOf(papers, choice, part),
    savedPart: async (choice, part) =>
      chosenOf(papers, choice, part).flatMap(({ saved }) => saved ?? []),
    close() {
      turn += 1;
      text = '';
      papers = [];
      unreadable = [];
      shown = NOTHING_SHOWN;
    },
  };
}

/** The markup wins; where it is of no known page, its links still tell the ids of titles. */
function recognisedCopy({ found, host, ids }: Copied, text: string): Recognised | null {
  if (found.length > 0) return { format: 'page', read: () => found, table: null, source: host };
  const recognised = recognise(text);
  if (recognised?.format !== 'page') return recognised;
  return { ...recognised, read: () => withIds(recognised.read(), ids) };
}

function* withIds(all: Iterable<FoundPapers>, ids: Copied['ids']): Generator<FoundPapers> {
  for (const found of all) {
    const arxivId = 'paper' in found ? ids.get(found.paper.title ?? '') : undefined;
    yield 'paper' in found && arxivId ? { paper: { ...found.paper, arxivId } } : found;
  }
}

const NOTHING_SHOWN: Readonly<Record<View, readonly Kept[]>> = {
  ...{ all: [], fresh: [], known: [], merged: [], returned: [] },
};

/** What is shown of a paper of a file of ours. */
function keptOf(saved: SavedPaper, index: number, place: number): Kept {
  const { id, meta, triage, added } = saved;
  const imported = { id, meta, triage: { ...triage, added: added > 0 ? added : null } };
  return { index, place, imported, known: null, changes: null, saved };
}

function chosenOf(papers: readonly Kept[], { without }: Choice, part: number): readonly Kept[] {
  const left = new Set(without);
  const chosen = left.size > 0 ? papers.filter((_, index) => !left.has(index)) : papers;
  const size = LIMITS.papersPerPart;
  return chosen.slice(part * size, (part + 1) * size);
}

function partOf(papers: readonly Kept[], choice: Choice, part: number): Imported[] {
  const name = cleanTag(choice.tag);
  return chosenOf(papers, choice, part).map(({ imported }) => {
    if (name === '' || imported.triage.tags.includes(name)) return imported;
    return { ...imported, triage: { ...imported.triage, tags: [...imported.triage.tags, name] } };
  });
}

function isUndecided({ imported: { triage }, known }: Kept): boolean {
  const { starred, status, dismissed, tags, note } = triage;
  const says = starred || status !== 'unread' || dismissed || tags.length > 0 || note !== '';
  return !says && (known === null || known.shelf === 'none');
}

/** Without the mark of its encoding and zeros, which no text means, and with the lines of today. */
function tidied(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  return plain.includes('\n') ? plain : plain.replaceAll('\r', '\n');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
