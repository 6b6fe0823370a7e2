import { earlierNotes } from '@/lib/library/identity/earlier-notes';
import type { TagRecord } from '@/lib/library/store/database';
import type { PaperRecord } from '@/lib/library/store/record';
import { withAllMetadata } from '@/lib/library/store/record-fields';
import type { RuleRecord } from '@/lib/library/store/rule-record';
import type { PaperId } from '@/lib/paper';
import { type EarlierNote, FORMAT_VERSION, type SavedPaper } from '@/lib/protocol/saved-library';
import type { SavedFilters } from '@/lib/settings/saved-filters';
import type { Writer } from './parsed-paper';

/** What Winnow's own format contains besides papers. */
export interface Extras {
  readonly tags: readonly TagRecord[];
  readonly notes: ReadonlyMap<PaperId, readonly EarlierNote[]>;
  /** `null` in a file of some papers, which only has the colours of their tags. */
  readonly whole: {
    readonly rules: readonly RuleRecord[];
    readonly filters: SavedFilters;
    readonly settings: Readonly<Record<string, unknown>>;
  } | null;
}

export const NO_EXTRAS: Extras = { tags: [], notes: new Map(), whole: null };

/**
 * Writes everything that is known, one paper per line: docs/winnow-format.schema.json. The format
 * is named first, so that even a truncated file can be recognised.
 */
export function winnowWriter({ tags, notes, whole }: Extras): Writer {
  return function* (papers) {
    const used = new Set<string>();
    yield `{"format":"winnow","version":${FORMAT_VERSION},\n`;
    yield `"exported":${JSON.stringify(new Date().toISOString())},\n`;
    if (whole) {
      yield* writeList('rules', whole.rules);
      yield* writeList('savedFilters', whole.filters);
      yield `"settings":${JSON.stringify(whole.settings)},\n`;
    }
    let before = '"papers":[\n';
    for (const record of papers) {
      for (const tag of record.triage.tags) used.add(tag);
      yield `${before}${JSON.stringify(toSavedPaper(record, notes.get(record.id)))}`;
      before = ',\n';
    }
    yield before === ',\n' ? '\n],\n' : '"papers":[],\n';
    const kept = whole ? tags : tags.filter(({ tag }) => used.has(tag));
    yield `"tags":${JSON.stringify(kept)}}\n`;
  };
}

function* writeList(name: string, entries: readonly object[]): Generator<string> {
  yield `"${name}":[${entries.map((entry) => JSON.stringify(entry)).join(',\n')}],\n`;
}

/**
 * Everything except what only applies to this library, the number, and what follows from the rest,
 * the shelf.
 */
export function toSavedPaper(
  record: PaperRecord,
  written: readonly EarlierNote[] = [],
): SavedPaper {
  const { num: _, shelf: __, earlierNotes: recorded = [], ...others } = withAllMetadata(record);
  const earlier = earlierNotes([...recorded, ...written], others.triage.note);
  return {
    ...others,
    ...(earlier.length > 0 && { earlierNotes: earlier }),
  };
}
