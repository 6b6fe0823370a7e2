/**
 * Rule edits not yet acknowledged, in order. They survive closing the page before they are sent.
 * Each is applied at most once, so resending is harmless.
 */
import { type EditRules, EditRulesSchema } from '@/lib/protocol/command';
import { localDrafts } from '@/lib/util/local-drafts';

const edits = localDrafts('rule-edit', EditRulesSchema);

/** Names that sort in the order they were given, even within one millisecond. */
let latest = 0;
function nextName(): string {
  latest = Math.max(latest + 1, Date.now());
  return String(latest).padStart(16, '0');
}

/** Stores an edit; returns how to discard it. If storage is full, the edit can still be sent. */
export function storeEdit(edit: EditRules): () => void {
  const name = `${nextName()}:${edit.op}`;
  edits.keep(name, edit);
  return () => edits.drop(name);
}

/** Edits left behind by closed pages, oldest first, each with how to discard it. */
export function unsentEdits(): { readonly edit: EditRules; readonly discard: () => void }[] {
  return edits
    .names()
    .sort()
    .flatMap((name) => {
      const edit = edits.read(name);
      return edit ? [{ edit, discard: () => edits.drop(name) }] : [];
    });
}
