/** What a file of ours would change, told before it does. */
import { lacking, mergeRecords } from '@/lib/library/identity/merge-records';
import { mergeColour, mergeRule } from '@/lib/library/identity/merge-rest';
import type { Queries } from '@/lib/library/queries/queries';
import { type PaperRecord, setFields } from '@/lib/library/store/record';
import type { SavedRest } from '@/lib/protocol/saved-library';
import type { Joining, LibrarySummary, Row, RowChange, RowChanges } from './protocol';

/** Stands for the stamp with which something comes back. */
const RETURNED = 'z';

/** What becomes of a paper that is known. */
export function changesOf(record: PaperRecord, other: PaperRecord): Row['changes'] {
  const merged = mergeRecords(record, other);
  const returned = setFields(merged, lacking(merged, other), RETURNED);
  return { merged: rowChanges(record, merged), returned: rowChanges(record, returned) };
}

/** `null`: it stays as it is, for all that a person sees. */
function rowChanges(before: PaperRecord, after: PaperRecord): RowChanges | null {
  const [was, is] = [before.triage, after.triage];
  const others: RowChange[] = [];
  const see = (change: RowChange, isSo: boolean) => {
    if (isSo) others.push(change);
  };
  see('back', before.deleted && !after.deleted);
  see('trash', !before.deleted && after.deleted);
  see('star', !was.starred && is.starred);
  see('unstar', was.starred && !is.starred);
  see('dismiss', !was.dismissed && is.dismissed);
  see('undismiss', was.dismissed && !is.dismissed);
  see('status', was.status !== is.status);
  see('note', was.note !== is.note);
  see('facts', JSON.stringify(before.meta) !== JSON.stringify(after.meta));
  const added = is.tags.filter((tag) => !was.tags.includes(tag));
  const removed = was.tags.filter((tag) => !is.tags.includes(tag));
  const isSame = others.length + added.length + removed.length === 0;
  return isSame ? null : { added, removed, others };
}

/** How much becomes different of all that a file holds. */
export function extentOf(
  { rules, tags }: SavedRest,
  known: Awaited<ReturnType<Queries['rest']>>,
  papers: (joining: Joining) => number,
): LibrarySummary['extent'] {
  const ruleOf = new Map(known.rules.map((record) => [record.id, record]));
  const colourOf = new Map(known.tags.map((record) => [record.tag, record]));
  const extent = (joining: Joining) => {
    const returned = joining === 'returned' ? RETURNED : null;
    return {
      papers: papers(joining),
      rules: rules.filter((rule) => {
        const before = ruleOf.get(rule.id);
        const after = mergeRule(before, rule, returned);
        return before ? before.stamp !== after.stamp : !after.deleted;
      }).length,
      colours: tags.filter((tag) => {
        const before = colourOf.get(tag.tag)?.colour ?? null;
        return mergeColour(colourOf.get(tag.tag), tag, returned).colour !== before;
      }).length,
    };
  };
  return { merged: extent('merged'), returned: extent('returned') };
}
