/**
 * Changes to the rules that were not acknowledged yet, in their order: they outlive a page that is
 * closed before they could be sent. Each is made at most once, so that sending one again is harmless.
 */
import * as v from 'valibot';
import { type EditRules, EditRulesSchema } from '@/lib/command';

const PREFIX = 'winnow:rule-edit:';

/** Names that sort in the order in which they were given, also by pages of one moment. */
let latest = 0;
function nextName(): string {
  latest = Math.max(latest + 1, Date.now());
  return PREFIX + String(latest).padStart(16, '0');
}

/** Keeps a change at once; gives what forgets it. Where there is no room, it can still be sent. */
export function keepEdit(edit: EditRules): () => void {
  const name = `${nextName()}:${edit.op}`;
  try {
    localStorage.setItem(name, JSON.stringify(edit));
  } catch {
    return () => {};
  }
  return () => localStorage.removeItem(name);
}

/** What pages closed since have left, the oldest first, each with what forgets it. */
export function leftEdits(): { readonly edit: EditRules; readonly forget: () => void }[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .flatMap((name) => {
      const edit = read(name);
      return edit ? [{ edit, forget: () => localStorage.removeItem(name) }] : [];
    });
}

function read(name: string): EditRules | null {
  try {
    return v.parse(EditRulesSchema, JSON.parse(localStorage.getItem(name) ?? ''));
  } catch {
    return null; // not ours, or cut off
  }
}
