/** Which action a key press asks for in the popup and the library. */
import { actionOfKey } from '@/lib/triage/action-keys';
import type { ActionIn, Place } from '@/lib/triage/actions';
import { chordOf, type Press } from '@/lib/triage/press';
import { useKeys } from './use-keys';

const TEXTS_AND_DIALOGS =
  'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable], [popover], dialog';
/** What Enter and Space activate by themselves. */
const CONTROLS = 'button, a, select, summary, input';

/** The places with lists of our own. */
export type ListPlace = Exclude<Place, 'page'>;

export type ListPress = Press & Pick<KeyboardEvent, 'target'>;

/** The action that a key press asks for; `null` where it is meant for something else. */
export function actionOfPress<P extends ListPlace>(press: ListPress, place: P): ActionIn<P> | null {
  const { key, target } = press;
  const chord = chordOf(press);
  if (target instanceof Element) {
    if (target.closest(TEXTS_AND_DIALOGS)) return null;
    if ((key === 'Enter' || key === ' ') && target.closest(CONTROLS)) return null;
    const isSelecting = target instanceof HTMLSelectElement; // letters choose its options
    if (isSelecting && key !== 'Escape' && !chord.startsWith('Ctrl+')) return null;
  }
  const settings = useKeys.getState();
  return (
    actionOfKey(settings, place, chord) ?? actionOfKey(settings, place, chord.replace('Shift+', ''))
  );
}
