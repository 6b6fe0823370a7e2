/** What people are told about a note that is not saved. */
import { formatNumber, t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';
import type { NoteView } from './session';

/** While the note is open: why it is not saved, and what helps. A conflict is put as a question instead. */
export function noteProblem({ text, status, failure }: NoteView): string | null {
  if (status === 'too-long') {
    return t('noteLengthLimit', LIMITS.note, text.length);
  }
  return status === 'failed' ? t('notSaved', failure ?? '') : null;
}

/** Once the note is closed: that it was not saved, why, and that the draft is kept. */
export function leftUnsaved({ text, status, failure }: NoteView): string {
  if (status === 'too-long') {
    const [limit, length] = [formatNumber(LIMITS.note), formatNumber(text.length)];
    return t('noteLeftTooLong', limit, length);
  }
  return status === 'conflict' ? t('noteLeftInConflict') : t('noteLeftFailed', failure ?? '');
}
