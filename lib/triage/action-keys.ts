/** Which key does what in each place: the user's choice first, then the keys that lists have by custom. */
import { KEY_ACTIONS, type KeyAction, type KeySettings } from '@/lib/settings/keys';
import { ACTIONS, type Action, type ActionIn, actionsIn, type Place } from './actions';

/** What a key, as `chordOf` writes it, does in a place. */
export function actionOfKey<P extends Place>(
  settings: KeySettings,
  place: P,
  key: string,
): ActionIn<P> | null {
  const actions = actionsIn(place);
  const chosen = actions.find((action) => chosenKeys(settings, action).includes(key));
  return chosen ?? actions.find((action) => customKeys(action, place).includes(key)) ?? null;
}

/** The keys that do something in a place, the most common first. */
export function keysOf<P extends Place>(
  settings: KeySettings,
  place: P,
  action: ActionIn<P>,
): string[] {
  if (place === 'page' && !settings.isOn) return [];
  const keys = [...chosenKeys(settings, action), ...customKeys(action, place)];
  return keys.filter((key) => actionOfKey(settings, place, key) === action);
}

function chosenKeys({ keys }: KeySettings, action: Action): readonly string[] {
  return isKeyAction(action) ? keys[action] : [];
}

function customKeys(action: Action, place: Place): readonly string[] {
  const entry = ACTIONS[action];
  return place !== 'page' && 'listKeys' in entry ? entry.listKeys : [];
}

function isKeyAction(action: Action): action is KeyAction {
  return (KEY_ACTIONS as readonly Action[]).includes(action);
}
