/** What key presses do in the popup and the library. */
import { actionOfKey } from '@/lib/triage/action-keys';
import type { ActionIn, Place } from '@/lib/triage/actions';
import { chordOf, type Press } from '@/lib/triage/press';
import { useKeys } from './use-keys';

const TEXTS_AND_DIALOGS =
  'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable], [popover], dialog';
/** Enter and Space press these. */
const CONTROLS = 'button, a, select, summary, input';

/** Where papers are in lists of ours. */
export type ListPlace = Exclude<Place, 'page'>;

export type ListPress = Press & Pick<KeyboardEvent, 'target'>;

/** What a key press asks for in a place; `null`: nothing, it is for something else. */
export function actionOfPress<P extends ListPlace>(press: ListPress, place: P): ActionIn<P> | null {
  const { key, target } = press;
  const chord = chordOf(press);
  if (target instanceof Element) {
    if (target.closest(TEXTS_AND_DIALOGS)) return null;
    if ((key === 'Enter' || key === ' ') && target.closest(CONTROLS)) return null;
    const isSelecting = target instanceof HTMLSelectElement; // letters go to its options
    if (isSelecting && key !== 'Escape' && !chord.startsWith('Ctrl+')) return null;
  }
  const settings = useKeys.getState();
  return (
    actionOfKey(settings, place, chord) ?? actionOfKey(settings, place, chord.replace('Shift+', ''))
  );
}
