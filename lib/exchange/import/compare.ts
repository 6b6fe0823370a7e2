/** Tells what a file of ours would change, before it does. */
import { lacking, mergeRecords } from '@/lib/library/identity/merge-records';
import { mergeColour, mergeRule } from '@/lib/library/identity/merge-rest';
import type { Queries } from '@/lib/library/queries/queries';
import type { PaperRecord } from '@/lib/library/store/record';
import {
  type FieldValue,
  getField,
  type PlainField,
  setFields,
} from '@/lib/library/store/record-fields';
import type { SavedRest } from '@/lib/protocol/saved-library';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Joining, LibrarySummary, Row, RowChange, RowChanges } from './protocol';

/** In place of the stamp with which something comes back. */
const RETURNED = 'z';

/** What the file's record would change of one that is known. */
export function changesOf(record: PaperRecord, other: PaperRecord): Row['changes'] {
  const merged = mergeRecords(record, other);
  const returned = setFields(merged, lacking(merged, other), RETURNED);
  return { merged: rowChanges(record, merged), returned: rowChanges(record, returned) };
}

const untold = () => null;

/** What a person is told of a field by what it becomes, in this order; `null`: they do not see it. */
const TOLD: Readonly<Record<PlainField, (is: FieldValue) => RowChange | null>> = {
  deleted: (is) => (is ? 'trash' : 'back'),
  starred: (is) => (is ? 'star' : 'unstar'),
  dismissed: (is) => (is ? 'dismiss' : 'undismiss'),
  status: () => 'status',
  note: () => 'note',
  ...{ added: untold, mergedInto: untold, knownVersion: untold, knownReplaced: untold },
};

/** `null`: it stays as it is, as far as a person sees. */
function rowChanges(before: PaperRecord, after: PaperRecord): RowChanges | null {
  const others = Object.entries(TOLD).flatMap(([name, told]) => {
    const field = name as PlainField;
    const is = getField(after, field);
    return isEqualJson(getField(before, field), is) ? [] : (told(is) ?? []);
  });
  if (!isEqualJson(before.meta, after.meta)) others.push('facts');
  const [was, is] = [before.triage.tags, after.triage.tags];
  const added = is.filter((tag) => !was.includes(tag));
  const removed = was.filter((tag) => !is.includes(tag));
  const isSame = others.length + added.length + removed.length === 0;
  return isSame ? null : { added, removed, others };
}

/** How many of the things that a file holds would change something. */
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
