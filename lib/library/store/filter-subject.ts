import { flagsOf, type Subject } from '@/lib/filter/filter';
import type { PaperRecord } from './record';

/** A paper as filters look at it. The user's note is searched with the abstract. */
export function filterSubjectOf({ meta, triage }: Pick<PaperRecord, 'meta' | 'triage'>): Subject {
  return {
    title: meta.title,
    abstract: [meta.abstract, triage.note].filter(Boolean).join('\n'),
    authors: meta.authors,
    categories: meta.categories,
    tags: triage.tags,
    flags: flagsOf(triage, { isNew: false, isSeen: false }),
  };
}
