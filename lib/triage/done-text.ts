/** What a change did, in words: for the toast, and for what undo and redo are called. */
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';

/**
 * "Starred 34 papers"; `papers` names them. Without, for a text beside which the paper's title
 * stands: "Starred".
 */
export function doneText(change: Change, papers: string | null = null): string {
  const [name, ...values] = wordsOf(change);
  return papers === null ? t(`done_${name}`, ...values) : t(`did_${name}`, papers, ...values);
}

/** The ending of the text's name, and what the text quotes. */
function wordsOf(change: Change) {
  switch (change.kind) {
    case 'star':
      return [change.value ? 'star' : 'unstar'] as const;
    case 'dismiss':
      return [change.value ? 'dismiss' : 'bringBack'] as const;
    case 'tag':
      return [change.value ? 'tag' : 'untag', change.tag] as const;
    case 'status':
      return [`mark_${change.value}`] as const;
    case 'note':
    case 'acknowledgeVersion':
    case 'remove':
    case 'restore':
      return [change.kind] as const;
  }
}
