/** Works out what one of our own files would change. */
import { mergeRecords, missingFields } from '@/lib/library/identity/merge-records';
import { mergeColour, mergeRule } from '@/lib/library/identity/merge-rules-and-tags';
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
import type {
  ImportMode,
  LibrarySummary,
  PreviewChange,
  PreviewChanges,
  PreviewPaper,
} from './session';

/** Later than any stamp, for what an import restores. */
const RESTORING_STAMP = 'z';

/** What the record in the file would change in one that is known, in both modes. */
export function previewChanges(record: PaperRecord, other: PaperRecord): PreviewPaper['changes'] {
  const merged = mergeRecords(record, other);
  const returned = setFields(merged, missingFields(merged, other), RESTORING_STAMP);
  return { merged: diffRecords(record, merged), returned: diffRecords(record, returned) };
}

const notShown = () => null;

/** The change to show for a field's new value, in this order; `null` if it is not shown. */
const SHOWN_CHANGES: Readonly<Record<PlainField, (is: FieldValue) => PreviewChange | null>> = {
  deleted: (is) => (is ? 'trash' : 'back'),
  starred: (is) => (is ? 'star' : 'unstar'),
  dismissed: (is) => (is ? 'dismiss' : 'undismiss'),
  status: () => 'status',
  note: () => 'note',
  ...{ added: notShown, mergedInto: notShown, knownVersion: notShown, knownReplaced: notShown },
  ...{ ownTitle: notShown, ownAuthors: notShown, ownAbstract: notShown }, // shown as facts
};

/** `null` if nothing visible changes. */
function diffRecords(before: PaperRecord, after: PaperRecord): PreviewChanges | null {
  const others = Object.entries(SHOWN_CHANGES).flatMap(([name, toChange]) => {
    const field = name as PlainField;
    const is = getField(after, field);
    return isEqualJson(getField(before, field), is) ? [] : (toChange(is) ?? []);
  });
  if (!isEqualJson(before.meta, after.meta)) others.push('facts');
  const [was, is] = [before.triage.tags, after.triage.tags];
  const added = is.filter((tag) => !was.includes(tag));
  const removed = was.filter((tag) => !is.includes(tag));
  const isSame = others.length + added.length + removed.length === 0;
  return isSame ? null : { added, removed, others };
}

/** How many of a file's papers, rules and colours would change something, in both modes. */
export function countChanges(
  { rules, tags }: SavedRest,
  known: Awaited<ReturnType<Queries['rulesAndTags']>>,
  countPapers: (mode: ImportMode) => number,
): LibrarySummary['changeCounts'] {
  const ruleById = new Map(known.rules.map((record) => [record.id, record]));
  const colourByTag = new Map(known.tags.map((record) => [record.tag, record]));
  const count = (mode: ImportMode) => {
    const restoringStamp = mode === 'returned' ? RESTORING_STAMP : null;
    return {
      papers: countPapers(mode),
      rules: rules.filter((rule) => {
        const before = ruleById.get(rule.id);
        const after = mergeRule(before, rule, restoringStamp);
        return before ? before.stamp !== after.stamp : !after.deleted;
      }).length,
      colours: tags.filter((tag) => {
        const before = colourByTag.get(tag.tag)?.colour ?? null;
        return mergeColour(colourByTag.get(tag.tag), tag, restoringStamp).colour !== before;
      }).length,
    };
  };
  return { merged: count('merged'), returned: count('returned') };
}
