import { isDecided } from '@/lib/paper';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { PreviewPaper } from './session';

/** A paper of an import, while it is read and compared. */
export interface ImportEntry extends PreviewPaper {
  imported: PreviewPaper['imported'];
  known: PreviewPaper['known'];
  changes: PreviewPaper['changes'];
  /** In our own files: all that they contain about the paper. */
  saved?: SavedPaper;
}

/** An entry not yet compared with the library. `index` and `place` are those of the preview. */
export function newEntry(
  imported: PreviewPaper['imported'],
  index: number,
  place: number,
): ImportEntry {
  return { index, place, imported, known: null, changes: null };
}

/** Whether neither the import nor the library contains a decision about the paper. */
export function isUndecided({ imported: { triage }, known }: ImportEntry): boolean {
  return !isDecided(triage) && (known === null || known.shelf === 'none');
}
