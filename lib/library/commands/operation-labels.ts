/** Labels of commands, shown in toasts and by undo. */

import { plural, t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';
import { doneText } from '@/lib/triage/done-text';

/** Longer titles are cut, so that labels can be read at a glance; in characters. */
const MAX_TITLE = 80;

/** The label of a change of `count` papers; `title` is that of the first. */
export function labelOf(change: Change, count: number, title: string): string {
  const papers = count === 1 ? quoted(title) : plural('papers', count);
  return doneText(change, papers);
}

/** A title for a label: in quotation marks, cut if it is long. */
export function quoted(title: string): string {
  const characters = [...title];
  const isLong = characters.length > MAX_TITLE;
  return t('quoted', isLong ? `${characters.slice(0, MAX_TITLE).join('').trim()}…` : title);
}
