/** How commands are told of, in their own toast and in what undo says. */

import { plural, t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';

/** A longer title is cut: what was done must be read at a glance. */
const TITLE_SHOWN = 80;

/** For a change of so many papers; `title` is that of the first. */
export function labelOf(change: Change, count: number, title: string): string {
  const papers = count === 1 ? quoted(title) : plural('papers', count);
  switch (change.kind) {
    case 'star':
      return t(change.value ? 'didStar' : 'didUnstar', papers);
    case 'dismiss':
      return t(change.value ? 'didDismiss' : 'didBringBack', papers);
    case 'tag':
      return t(change.value ? 'didTag' : 'didUntag', papers, change.tag);
    case 'status':
      return t(`didMark_${change.value}`, papers);
    case 'note':
      return t('didNote', papers);
    case 'acknowledgeVersion':
      return t('didAcknowledge', papers);
    case 'remove':
      return t('didRemove', papers);
    case 'restore':
      return t('didRestore', papers);
  }
}

/** A title as it is told, in quotation marks. */
export function quoted(title: string): string {
  const characters = [...title];
  const isLong = characters.length > TITLE_SHOWN;
  return t('quoted', isLong ? `${characters.slice(0, TITLE_SHOWN).join('').trim()}…` : title);
}
