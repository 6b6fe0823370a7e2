/** Undoes or redoes the writes of one command. Each function returns them, `before` brought up to date. */

import type { PaperId } from '@/lib/paper';
import type { Colour } from '@/lib/protocol/colours';
import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import {
  type Fields,
  getField,
  isTextField,
  type RecordField,
  setFields,
} from '../store/record-fields';
import { applyRuleWrite, type RuleRecord, type RuleWrite } from '../store/rule-record';
import { collectStates } from '../store/states';
import { putTagColours, readTagColour } from '../store/tag-colours';
import type { PaperChanges, PaperWrite, TagWrite } from '../store/writes';
import { createPaperWriter } from '../write/write-papers';
import { type Direction, type LaterWrites, reverseWrite } from './reversal';

/** The states returned are those of all the papers, changed or not. */
export async function reversePapers(
  db: LibraryDatabase,
  direction: Direction,
  writes: readonly PaperWrite[],
  later: LaterWrites<PaperWrite>,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  const reversed: PaperWrite[] = [];
  const states = collectStates(writes.length);
  const writer = createPaperWriter(db, stamp);
  await inBatches(writes, report, async (batch) => {
    const ids = batch.map(({ id }) => id);
    const records = await getPapers(db, ids);
    const changed = new Map<PaperId, PaperRecord>();
    for (const one of batch) {
      const record = changed.get(one.id) ?? records.get(one.id);
      const read = record && ((field: string) => getField(record, field as RecordField));
      const { fields: all, write } = reverseWrite(direction, one, later, read ?? null);
      reversed.push(write);
      const fields = withWholeTexts(all as Fields, one);
      const isChanged = record && Object.keys(fields).length > 0;
      if (isChanged) changed.set(one.id, restoreFields(record, fields, stamp));
    }
    await writer.put([...changed.values()]);
    states.add([...records.values(), ...changed.values()]);
  });
  await writer.flush();
  return { writes: reversed, states: states.all() };
}

/** Texts that were learned since in part stay as they are: a title and its abstract are of one version. */
function withWholeTexts(fields: Fields, { before }: PaperWrite): Fields {
  const texts = (of: Fields) => Object.keys(of).filter((name) => isTextField(name as RecordField));
  if (texts(fields).length === texts(before).length) return fields;
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isTextField(name as RecordField)),
  ) as Fields;
}

/** A paper that stays on the reading list keeps the time when it was added. */
function restoreFields(record: PaperRecord, fields: Fields, stamp: Stamp): PaperRecord {
  const { added: _, ...others } = fields;
  const result = setFields(record, others, stamp);
  const stays = record.shelf === 'list' && result.shelf === 'list';
  return stays ? result : setFields(record, fields, stamp);
}

export async function reverseRules(
  db: LibraryDatabase,
  direction: Direction,
  writes: readonly RuleWrite[],
  later: LaterWrites<RuleWrite>,
  stamp: Stamp,
): Promise<RuleWrite[]> {
  const records = await db.rules.bulkGet(writes.map(({ id }) => id));
  const reversed: RuleWrite[] = [];
  const changed: RuleRecord[] = [];
  for (const [index, one] of writes.entries()) {
    const record = records[index];
    const read = record && ((field: string) => record[field as keyof RuleRecord]);
    const { fields: after, write } = reverseWrite(direction, one, later, read ?? null);
    reversed.push(write);
    const isChanged = record && Object.keys(after).length > 0;
    if (isChanged) changed.push(applyRuleWrite(record, { id: one.id, after }, stamp));
  }
  await db.rules.bulkPut(changed);
  return reversed;
}

export async function reverseTags(
  db: LibraryDatabase,
  direction: Direction,
  writes: readonly TagWrite[],
  later: LaterWrites<TagWrite>,
  stamp: Stamp,
): Promise<TagWrite[]> {
  const reversed: TagWrite[] = [];
  const colours: [string, Colour | null][] = [];
  for (const one of writes) {
    const colour = await readTagColour(db, one.id);
    const { fields, write } = reverseWrite(direction, one, later, () => colour);
    reversed.push(write);
    if (Object.hasOwn(fields, 'colour')) colours.push([one.id, fields.colour as Colour | null]);
  }
  await putTagColours(db, colours, stamp);
  return reversed;
}
