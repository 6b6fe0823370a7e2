/** What becomes of papers that turn out to be one. */
import { t } from '@/lib/i18n';
import { isDecided, type PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import type { Stamp } from '../store/clock';
import { OWN_FIELD_NAMES } from '../store/own-texts';
import { type PaperRecord, stateOf } from '../store/record';
import {
  type Fields,
  metadataOf,
  type UntaggedState,
  undecidedFields,
} from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { updateMetadata } from './metadata';

/**
 * The fields of a paper that others are merged into: all that was decided about any of them.
 * @throws {Refusal} if the notes together are too long.
 */
export function targetFields(
  target: PaperRecord,
  others: readonly PaperRecord[],
  stamp: Stamp,
): Fields {
  const states = [target, ...others].map(stateOf);
  const notes = [...new Set(states.map(({ note }) => note).filter(Boolean))];
  const note = notes.join('\n\n');
  if (note.length > LIMITS.note) throw new Refusal('invalid', t('refusedLongNote'));
  const decided = states.filter(isDecided);
  const added = [target, ...others].map((one) => one.added).filter((time) => time > 0);
  const tags = states.flatMap((state) => state.tags).map((tag) => [`tag:${tag}`, true]);
  const aliases = others.flatMap(({ id, aliases: more = [] }) => [id, ...more]);
  const learned = others.reduce(
    (record, other) => updateMetadata(record, metadataOf(other), stamp),
    target,
  );
  const decisions: UntaggedState = {
    note,
    starred: states.some(({ starred }) => starred),
    status: states.find(({ status }) => status !== 'unread')?.status ?? 'unread',
    dismissed: decided.length > 0 && decided.every(({ dismissed }) => dismissed),
  };
  return {
    ...decisions,
    deleted: [target, ...others].every(({ deleted }) => deleted),
    added: Math.min(...(added.length > 0 ? added : [0])),
    ...Object.fromEntries(tags),
    ...Object.fromEntries(aliases.map((id) => [`alias:${id}`, true])),
    ...Object.fromEntries(
      Object.entries(metadataOf(learned)).map(([field, value]) => [`meta:${field}`, value]),
    ),
    ...ownTextsOfAll([target, ...others]),
  };
}

/** Of each text the first that the user wrote. */
function ownTextsOfAll(records: readonly PaperRecord[]): Fields {
  return Object.fromEntries(
    OWN_FIELD_NAMES.flatMap((field) => {
      const own = records
        .map((record) => record[field])
        .find((text) => text !== null && text !== undefined);
      return own === undefined ? [] : [[field, own]];
    }),
  );
}

/** The fields of a paper that was merged into another: nothing but where it has gone. */
export function mergedFields({ triage }: PaperRecord, into: PaperId): Fields {
  return { ...undecidedFields(triage), deleted: false, mergedInto: into };
}
