import { earlierNotes } from '@/lib/library/identity/earlier-notes';
import type { TagRecord } from '@/lib/library/store/database';
import type { PaperRecord } from '@/lib/library/store/record';
import type { RuleRecord } from '@/lib/library/store/rule-record';
import { EMPTY_METADATA, type PaperId } from '@/lib/paper';
import { type EarlierNote, FORMAT_VERSION, type SavedPaper } from '@/lib/protocol/saved-library';
import type { SavedFilters } from '@/lib/settings/saved-filters';
import type { Writer } from './found-paper';

/** What our own format holds beside the papers. */
export interface Extras {
  readonly tags: readonly TagRecord[];
  readonly notes: ReadonlyMap<PaperId, readonly EarlierNote[]>;
  /** `null` in a file of some papers, which has only the colours of their tags beside them. */
  readonly whole: {
    readonly rules: readonly RuleRecord[];
    readonly filters: SavedFilters;
    readonly settings: Readonly<Record<string, unknown>>;
  } | null;
}

export const NO_EXTRAS: Extras = { tags: [], notes: new Map(), whole: null };

/**
 * Writes everything that is known, one paper on each line: docs/winnow-format.schema.json. The format
 * is named first, so that a file which was cut off can be recognised.
 */
export function winnowWriter({ tags, notes, whole }: Extras): Writer {
  return function* (papers) {
    const used = new Set<string>();
    yield `{"format":"winnow","version":${FORMAT_VERSION},\n`;
    yield `"exported":${JSON.stringify(new Date().toISOString())},\n`;
    if (whole) {
      yield* list('rules', whole.rules);
      yield* list('savedFilters', whole.filters);
      yield `"settings":${JSON.stringify(whole.settings)},\n`;
    }
    let before = '"papers":[\n';
    for (const record of papers) {
      for (const tag of record.triage.tags) used.add(tag);
      yield `${before}${JSON.stringify(savedPaper(record, notes.get(record.id)))}`;
      before = ',\n';
    }
    yield before === ',\n' ? '\n],\n' : '"papers":[],\n';
    const kept = whole ? tags : tags.filter(({ tag }) => used.has(tag));
    yield `"tags":${JSON.stringify(kept)}}\n`;
  };
}

function* list(name: string, entries: readonly object[]): Generator<string> {
  yield `"${name}":[${entries.map((entry) => JSON.stringify(entry)).join(',\n')}],\n`;
}

/** Everything but what is this library's own: the number, and the shelf, which follows from the rest. */
export function savedPaper(record: PaperRecord, written: readonly EarlierNote[] = []): SavedPaper {
  const { num: _, shelf: __, earlierNotes: told = [], meta, ...others } = record;
  const earlier = earlierNotes([...told, ...written], others.triage.note);
  return {
    ...others,
    ...(earlier.length > 0 && { earlierNotes: earlier }),
    meta: { ...EMPTY_METADATA, ...meta }, // records of earlier versions lack what those did not know
  };
}
