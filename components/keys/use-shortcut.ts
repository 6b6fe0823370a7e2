import { keysOf } from '@/lib/triage/action-keys';
import type { ActionIn } from '@/lib/triage/actions';
import { keyName } from './key-name';
import type { ListPlace } from './list-press';
import { useKeys } from './use-keys';

/** The first key of an action, for people to read; `null` where it has none. */
export function useShortcut<P extends ListPlace>(place: P, action: ActionIn<P>): string | null {
  const [key] = keysOf(useKeys(), place, action);
  return key === undefined ? null : keyName(key);
}
