/**
 * Changes to the rules that were not acknowledged yet, in their order: they outlive a page that is
 * closed before they could be sent. Each is made at most once, so that sending one again is harmless.
 */
import { type EditRules, EditRulesSchema } from '@/lib/protocol/command';
import { localDrafts } from '@/lib/util/local-drafts';

const edits = localDrafts('rule-edit', EditRulesSchema);

/** Names that sort in the order in which they were given, also by pages of one moment. */
let latest = 0;
function nextName(): string {
  latest = Math.max(latest + 1, Date.now());
  return String(latest).padStart(16, '0');
}

/** Keeps a change at once; gives what forgets it. Where there is no room, it can still be sent. */
export function keepEdit(edit: EditRules): () => void {
  const name = `${nextName()}:${edit.op}`;
  edits.keep(name, edit);
  return () => edits.drop(name);
}

/** What pages closed since have left, the oldest first, each with what forgets it. */
export function leftEdits(): { readonly edit: EditRules; readonly forget: () => void }[] {
  return edits
    .names()
    .sort()
    .flatMap((name) => {
      const edit = edits.read(name);
      return edit ? [{ edit, forget: () => edits.drop(name) }] : [];
    });
}
