import type { ActionIn } from '@/lib/triage/actions';
import { withKey } from './key-name';
import type { ListPlace } from './list-press';
import { useKeys } from './use-keys';

/** Names the key of an action in the tooltip of its button, as it is now. */
export function useKeyHint<P extends ListPlace>(place: P) {
  const settings = useKeys();
  return (hint: string, action: ActionIn<P>) => withKey(hint, settings, place, action);
}
