import type { Transaction } from 'dexie';

/** One version of the database's shape, and the way up to it from the one before. */
export interface Migration {
  readonly version: number;
  /** Only the tables that change, in Dexie's index syntax: https://dexie.org/docs/Version/Version.stores() */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites the records; must not change what they mean. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/**
 * Every version ever shipped, oldest first; shipped ones are never edited. A new version comes with
 * `tests/fixtures/library/v<previous>.json`, records as that version wrote them: a test fails without.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    stores: {
      papers: 'id, [shelf+added], *triage.tags',
      operations: '++seq, &op',
      state: 'key',
    },
  },
  {
    version: 2, // adds tables, and `rules` to operations about rules; records of version 1 stay as they are
    stores: {
      rules: 'id, order',
      seen: 'id, at',
      visits: 'listing, at',
      abstracts: 'id, at',
    },
  },
  {
    version: 3, // numbers the papers; adds colours of tags, and indexes that are made from the papers
    stores: {
      papers: 'id, &num, [shelf+added], [shelf+triage.status], *triage.tags',
      tags: 'tag',
      catalogue: 'chunk, stamp',
      titles: 'chunk, stamp',
      unindexed: '++seq',
      segments: '++id',
      postings: '[segment+term+part]',
      vocabularies: 'segment',
    },
    upgrade: numberPapers,
  },
  {
    version: 4, // what commands wrote is kept apart from the operations, which say how each stands
    stores: {
      operations: '++seq, &op, [standing+turn]',
      writes: 'op',
    },
    upgrade: splitOperations,
  },
  {
    version: 5, // finds papers by the DOI of their published version; records stay as they are
    stores: {
      papers: 'id, &num, [shelf+added], [shelf+triage.status], *triage.tags, meta.doi',
    },
  },
  {
    version: 6, // remembers which papers were sent to Zotero; records stay as they are
    stores: {
      zotero: 'id',
    },
  },
];

/** As many papers as are rewritten at once. */
const PAPERS_AT_ONCE = 1_000;

async function numberPapers(transaction: Transaction): Promise<void> {
  const papers = transaction.table<{ readonly id: string }, string>('papers');
  let next = 0;
  for (let last = ''; ; ) {
    const records = await papers.where('id').above(last).limit(PAPERS_AT_ONCE).toArray();
    if (records.length === 0) break;
    await papers.bulkPut(records.map((record, index) => ({ ...record, num: next + index })));
    next += records.length;
    last = records.at(-1)?.id ?? last;
  }
  await transaction.table('state').put({ key: 'next-number', value: String(next) });
}

/** An operation as versions 1 to 3 kept it. */
interface OldOperation {
  readonly seq: number;
  readonly op: string;
  readonly stamp: string;
  readonly label: string;
  readonly writes: readonly {
    readonly id: string;
    readonly before: object;
    readonly after: object;
  }[];
  readonly rules?: readonly unknown[];
  readonly undoes?: string;
}

/** An undo had writes of its own, and was undone by them; now the command's own are written again. */
async function splitOperations(transaction: Transaction): Promise<void> {
  const old: OldOperation[] = await transaction.table('operations').toArray();
  const byName = new Map(old.map((operation) => [operation.op, operation]));
  const commandOf = (operation: OldOperation): OldOperation | undefined => {
    if (operation.undoes === undefined) return operation;
    const undone = byName.get(operation.undoes);
    return undone && commandOf(undone);
  };
  const turns = new Map<string, { stamp: string; isDone: boolean }>();
  let lastCommand = '';
  for (const operation of old) {
    const command = commandOf(operation);
    if (operation.undoes === undefined) lastCommand = operation.stamp;
    if (!command) continue;
    const isDone = command === operation || turns.get(command.op)?.isDone === false;
    turns.set(command.op, { stamp: operation.stamp, isDone });
  }

  const operations: object[] = [];
  const writes: object[] = [];
  for (const { seq, op, stamp, label, writes: papers, rules, undoes } of old) {
    const base = { op, stamp, label, seq };
    if (undoes !== undefined) {
      const command = commandOf(byName.get(op) as OldOperation);
      operations.push({ ...base, size: 0, of: command?.op ?? undoes });
      continue;
    }
    const record = {
      op,
      papers: papers.map(({ id, before, after }) => ({ ids: [id], before, after })),
      ...(rules && { rules }),
    };
    const turn = turns.get(op) ?? { stamp, isDone: true };
    const undone = turn.stamp < lastCommand ? 'superseded' : 'undone';
    const standing = turn.isDone ? 'done' : undone;
    writes.push(record);
    const size = JSON.stringify(record).length;
    operations.push({ ...base, size, standing, turn: turn.stamp });
  }
  await transaction.table('operations').bulkPut(operations);
  await transaction.table('writes').bulkAdd(writes);
}
