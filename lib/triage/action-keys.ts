/** Which key does what in each place: the user's choice comes before the conventions of lists. */
import { KEY_ACTIONS, type KeyAction, type KeySettings } from '@/lib/settings/keys';
import { ACTIONS, type Action, type ActionIn, actionsIn, type Place } from './actions';

/** The action of a key, as `chordOf` writes it, in a place. */
export function actionOfKey<P extends Place>(
  settings: KeySettings,
  place: P,
  key: string,
): ActionIn<P> | null {
  const actions = actionsIn(place);
  const chosen = actions.find((action) => chosenKeys(settings, action).includes(key));
  return chosen ?? actions.find((action) => listKeysOf(action, place).includes(key)) ?? null;
}

/** The keys that trigger an action in a place, the user's first. */
export function keysOf<P extends Place>(
  settings: KeySettings,
  place: P,
  action: ActionIn<P>,
): string[] {
  if (place === 'page' && !settings.isOn) return [];
  const keys = [...chosenKeys(settings, action), ...listKeysOf(action, place)];
  return keys.filter((key) => actionOfKey(settings, place, key) === action);
}

function chosenKeys({ keys }: KeySettings, action: Action): readonly string[] {
  return isKeyAction(action) ? keys[action] : [];
}

function listKeysOf(action: Action, place: Place): readonly string[] {
  const entry = ACTIONS[action];
  return place !== 'page' && 'listKeys' in entry ? entry.listKeys : [];
}

function isKeyAction(action: Action): action is KeyAction {
  return (KEY_ACTIONS as readonly Action[]).includes(action);
}
