import { isDecided } from '@/lib/paper';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { Row } from './protocol';

/** A paper of an import, while it is read and compared. */
export interface Entry extends Row {
  imported: Row['imported'];
  known: Row['known'];
  changes: Row['changes'];
  /** Of our own files alone: all that they hold of the paper. */
  saved?: SavedPaper;
}

/** An entry of which nothing is compared yet. */
export function newEntry(imported: Row['imported'], index: number, place: number): Entry {
  return { index, place, imported, known: null, changes: null };
}

/** Whether neither the import nor the library has a decision about the paper. */
export function isUndecided({ imported: { triage }, known }: Entry): boolean {
  return !isDecided(triage) && (known === null || known.shelf === 'none');
}
