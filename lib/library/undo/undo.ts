/** Takes commands back and does them again, within the transaction of the undo. */

import type { PaperId } from '@/lib/paper';
import type { Colour } from '@/lib/protocol/colours';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { inChunks, type Report } from '../store/in-chunks';
import type { Changed } from '../store/operation';
import {
  hasSideEffects,
  type Operation,
  packWrites,
  sizeOf,
  type TagWrite,
  unpackWrites,
  type Write,
  type WritesRecord,
} from '../store/operation';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import { type Fields, getField, setFields, type TriageField } from '../store/record-fields';
import { applyRuleWrite, type RuleRecord, type RuleWrite } from '../store/rule-record';
import { collectStates } from '../store/states';
import { colourOf, putColours } from '../store/tag-colours';
import { createPaperWriter } from '../write/write-papers';
import { readLaterCommands } from './history';
import { createLaterWrites, type Direction, type LaterWrites, reverseWrite } from './reversal';

type Reversed = Pick<Changed, 'states'> & {
  readonly isAboutRules: boolean;
  /** It wrote something that is kept beside the database. */
  readonly hasSideEffects: boolean;
};

/** Undoes or redoes all that a command wrote; see `reversal.ts`. */
export async function reverseCommand(
  db: LibraryDatabase,
  command: Operation,
  direction: Direction,
  stamp: Stamp,
  report: Report,
): Promise<Reversed> {
  const written = await db.writes.get(command.op);
  const operations = await readLaterCommands(db, command);
  const others = await db.writes.bulkGet(operations.map(({ op }) => op));
  const laterPapers = createLaterWrites(others.map((one) => unpackWrites(one?.papers ?? [])));
  const laterRules = createLaterWrites(others.map((one) => one?.rules ?? []));
  const laterTags = createLaterWrites(others.map((one) => one?.tags ?? []));

  const own = unpackWrites(written?.papers ?? []);
  const papers = await reversePapers(db, direction, own, laterPapers, stamp, report);
  const rules = written?.rules;
  const ownRules = rules && (await reverseRules(db, direction, rules, laterRules, stamp));
  const tags = written?.tags;
  const ownTags = tags && (await reverseTags(db, direction, tags, laterTags, stamp));

  const turned: Operation = {
    ...command,
    standing: direction === 'undo' ? 'undone' : 'done',
    turn: stamp,
  };
  const record = {
    op: command.op,
    papers: packWrites(papers.writes),
    ...(ownRules && { rules: ownRules }),
    ...(ownTags && { tags: ownTags }),
    ...(written?.filters && { filters: written.filters }),
    ...(written?.settings && { settings: written.settings }),
  };
  if (direction === 'redo') await keepWrites(db, turned, record);
  else await db.operations.put(turned);

  const changed = {
    papers: laterPapers.changedWrites(),
    rules: laterRules.changedWrites(),
    tags: laterTags.changedWrites(),
  };
  for (const [index, operation] of operations.entries()) {
    const before = others[index];
    const [papers, rules] = [changed.papers[index], changed.rules[index]];
    const tags = changed.tags[index];
    if (!before || (!papers && !rules && !tags)) continue;
    await keepWrites(db, operation, {
      ...before,
      ...(papers && { papers: packWrites(papers) }),
      ...(rules && { rules }),
      ...(tags && { tags }),
    });
  }
  return {
    states: papers.states,
    isAboutRules: rules !== undefined,
    hasSideEffects: written !== undefined && hasSideEffects(written),
  };
}

async function keepWrites(
  db: LibraryDatabase,
  operation: Operation,
  record: WritesRecord,
): Promise<void> {
  await db.writes.put(record);
  await db.operations.put({ ...operation, size: sizeOf(record) });
}

async function reversePapers(
  db: LibraryDatabase,
  direction: Direction,
  own: readonly Write[],
  later: LaterWrites<Write>,
  stamp: Stamp,
  report: Report,
): Promise<Omit<Changed, 'title'>> {
  const writes: Write[] = [];
  const states = collectStates(own.length);
  const writer = createPaperWriter(db, stamp);
  await inChunks(own, report, async (chunk) => {
    const records = await getPapers(
      db,
      chunk.map(({ id }) => id),
    );
    const changed = new Map<PaperId, PaperRecord>();
    for (const write of chunk) {
      const record = changed.get(write.id) ?? records.get(write.id);
      const read = record && ((field: string) => getField(record, field as TriageField));
      const { fields, write: kept } = reverseWrite(direction, write, later, read ?? null);
      writes.push(kept);
      const isChanged = record && Object.keys(fields).length > 0;
      if (isChanged) changed.set(write.id, written(record, fields as Fields, stamp));
    }
    await writer.put([...changed.values()]);
    states.add([...records.values(), ...changed.values()]);
  });
  await writer.flush();
  return { writes, states: states.all() };
}

/** A paper that stays on the list keeps the time when it came there. */
function written(record: PaperRecord, fields: Fields, stamp: Stamp): PaperRecord {
  const { added: _, ...others } = fields;
  const result = setFields(record, others, stamp);
  const stays = record.shelf === 'list' && result.shelf === 'list';
  return stays ? result : setFields(record, fields, stamp);
}

async function reverseRules(
  db: LibraryDatabase,
  direction: Direction,
  own: readonly RuleWrite[],
  later: LaterWrites<RuleWrite>,
  stamp: Stamp,
): Promise<RuleWrite[]> {
  const records = await db.rules.bulkGet(own.map(({ id }) => id));
  const writes: RuleWrite[] = [];
  const changed: RuleRecord[] = [];
  for (const [index, write] of own.entries()) {
    const record = records[index];
    const read = record && ((field: string) => record[field as keyof RuleRecord]);
    const { fields: after, write: kept } = reverseWrite(direction, write, later, read ?? null);
    writes.push(kept);
    const isChanged = record && Object.keys(after).length > 0;
    if (isChanged) changed.push(applyRuleWrite(record, { id: write.id, after }, stamp));
  }
  await db.rules.bulkPut(changed);
  return writes;
}

async function reverseTags(
  db: LibraryDatabase,
  direction: Direction,
  own: readonly TagWrite[],
  later: LaterWrites<TagWrite>,
  stamp: Stamp,
): Promise<TagWrite[]> {
  const writes: TagWrite[] = [];
  const colours: [string, Colour | null][] = [];
  for (const write of own) {
    const known = await colourOf(db, write.id);
    const { fields, write: kept } = reverseWrite(direction, write, later, () => known);
    writes.push(kept);
    if (Object.hasOwn(fields, 'colour')) colours.push([write.id, fields.colour as Colour | null]);
  }
  await putColours(db, colours, stamp);
  return writes;
}
