import { flagsOf, type Subject, yearOf } from '@/lib/filter/filter';
import type { PaperRecord } from './record';

/** A paper as filters see it. The note counts as part of the abstract; `new` and `seen` are never set. */
export function filterSubjectOf({ meta, triage }: Pick<PaperRecord, 'meta' | 'triage'>): Subject {
  return {
    title: meta.title,
    abstract: [meta.abstract, triage.note].filter(Boolean).join('\n'),
    authors: meta.authors,
    categories: meta.categories,
    tags: triage.tags,
    year: yearOf(meta.date),
    flags: flagsOf(triage, { isNew: false, isSeen: false }),
  };
}
