/** Reads what is to be imported and looks what of it is known, in slices. */
import { cleanTag, type Imported, LIMITS } from '@/lib/command';
import type { Unreadable } from '@/lib/exchange/found-paper';
import type { KnownPaper } from '@/lib/library/known-papers';
import type { Queries } from '@/lib/library/queries';
import type { PaperId } from '@/lib/paper';
import { decode, type Encoding } from './decode';
import { importedOf, joined } from './imported';
import type { Choice, Failure, Progress, Reading, Summary, View } from './protocol';
import { asTable, type Recognised, recognise } from './recognise';

/** Larger files are not read: a browser has no texts of that length. */
const LARGEST_BYTES = 300_000_000;
/** So many are kept; what cannot be read beyond that is counted. */
const UNREADABLE_KEPT = 10_000;
/** So long, in milliseconds, others wait. */
const SLICE_MS = 30;

interface Kept {
  readonly index: number;
  readonly place: number;
  imported: Imported;
  known: KnownPaper | null;
}

/** `queries` reads the library. */
export function createReading(queries: Pick<Queries, 'known'>): Reading {
  let text = '';
  let encoding: Encoding | null = null;
  let papers: Kept[] = [];
  let unreadable: Unreadable[] = [];
  let shown: Readonly<Record<View, readonly Kept[]>> = { all: [], fresh: [], known: [] };
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
    const { format } = recognised;
    const byId = new Map<PaperId, Kept>();
    let [repeated, failed] = [0, 0];
    const fail = (one: Unreadable) => {
      failed += 1;
      if (unreadable.length < UNREADABLE_KEPT) unreadable.push(one);
    };
    let last = performance.now();
    for (const found of recognised.read()) {
      if ('unreadable' in found) fail(found.unreadable);
      else {
        const { place, title } = found.paper;
        const checked = importedOf(found.paper, format === 'page' ? 'huggingface' : 'elsewhere');
        if ('why' in checked)
          fail({ place, excerpt: title?.slice(0, 120) ?? '', why: checked.why });
        else {
          const { imported } = checked;
          const earlier = byId.get(imported.id);
          if (earlier) {
            repeated += 1;
            earlier.imported = joined(earlier.imported, imported);
          } else byId.set(imported.id, { index: byId.size, place, imported, known: null });
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
    await lookUp(tell);
    shown = {
      all: papers,
      fresh: papers.filter(({ known }) => known === null),
      known: papers.filter(({ known }) => known !== null),
    };
    return {
      ...{ format, encoding, papers: papers.length, fresh: shown.fresh.length, repeated },
      unreadable: failed,
      incomplete: papers.filter(({ imported }) => isIncomplete(imported)).length,
      undecided: papers.filter(isUndecided).length,
      table: recognised.table,
    };
  }

  async function lookUp(tell: (progress: Progress) => void): Promise<void> {
    const known = await queries.known(
      papers.map(({ imported: { id, meta } }) => ({ id, title: meta.title, doi: meta.doi })),
      (done, total) => tell({ share: 0.5 + done / total / 2, papers: papers.length }),
    );
    for (const [index, one] of papers.entries()) one.known = known[index] ?? null;
  }

  return {
    async read(source, tell) {
      encoding = null;
      if (typeof source === 'string') text = source;
      else {
        if (source.size > LARGEST_BYTES) return 'tooLarge';
        const decoded = decode(new Uint8Array(await source.arrayBuffer()));
        if (decoded.text === null) return 'noText';
        ({ text, encoding } = decoded);
      }
      text = text.replace(/^\uFEFF/, '');
      return take(recognise(text), tell);
    },
    async readAgain(fields, tell) {
      const { table } = recognise(text) ?? {};
      return take(table ? asTable(text, { ...table, fields }) : null, tell);
    },
    rows: async (view, from, to) => shown[view].slice(from, to),
    unreadable: async (from, to) => unreadable.slice(from, to),
    part: async (choice, part) => partOf(papers, choice, part),
    close() {
      turn += 1;
      text = '';
      papers = [];
      unreadable = [];
      shown = { all: [], fresh: [], known: [] };
    },
  };
}

function partOf(papers: readonly Kept[], { without, tag }: Choice, part: number): Imported[] {
  const left = new Set(without);
  const chosen = left.size > 0 ? papers.filter((_, index) => !left.has(index)) : papers;
  const size = LIMITS.papersPerPart;
  const name = cleanTag(tag);
  return chosen.slice(part * size, (part + 1) * size).map(({ imported }) => {
    if (name === '' || imported.triage.tags.includes(name)) return imported;
    return { ...imported, triage: { ...imported.triage, tags: [...imported.triage.tags, name] } };
  });
}

function isIncomplete({ id, meta }: Imported): boolean {
  return meta.abstract === null && (id.startsWith('arxiv:') || id.startsWith('title:'));
}

function isUndecided({ imported: { triage }, known }: Kept): boolean {
  const { starred, status, dismissed, tags, note } = triage;
  const says = starred || status !== 'unread' || dismissed || tags.length > 0 || note !== '';
  return !says && (known === null || known.shelf === 'none');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
