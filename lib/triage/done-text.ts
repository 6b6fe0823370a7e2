/** What a change did, in words: for the toast, and for what undo and redo are called. */
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';

/**
 * "Starred 34 papers", where `papers` names them; "Starred", where the paper's title stands beside
 * the text.
 */
export function doneText(change: Change, papers: string | null = null): string {
  const [name, ...values] = wordsOf(change);
  return papers === null ? t(`done_${name}`, ...values) : t(`did_${name}`, papers, ...values);
}

/** The last part of the message's key, and the values to fill in. */
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
    case 'editTexts': {
      const { kind: _, ...texts } = change;
      const isGivenUp = Object.values(texts).every((text) => text === null);
      return [isGivenUp ? 'takeRead' : 'editTexts'] as const;
    }
    case 'note':
    case 'acknowledgeVersion':
    case 'remove':
    case 'restore':
      return [change.kind] as const;
  }
}
