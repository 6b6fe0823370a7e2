/** How commands are told of, in their own toast and in what undo says. */

import { plural, t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';
import { doneText } from '@/lib/triage/done-text';

/** A longer title is cut: what was done must be read at a glance. */
const TITLE_SHOWN = 80;

/** For a change of so many papers; `title` is that of the first. */
export function labelOf(change: Change, count: number, title: string): string {
  const papers = count === 1 ? quoted(title) : plural('papers', count);
  return doneText(change, papers);
}

/** A title as it is told, in quotation marks. */
export function quoted(title: string): string {
  const characters = [...title];
  const isLong = characters.length > TITLE_SHOWN;
  return t('quoted', isLong ? `${characters.slice(0, TITLE_SHOWN).join('').trim()}…` : title);
}
