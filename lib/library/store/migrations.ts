import type { Transaction } from 'dexie';

/** One version of the database, and how the version before it is upgraded. */
export interface Migration {
  readonly version: number;
  /** Only the tables that change, in Dexie's index syntax: https://dexie.org/docs/Version/Version.stores() */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites the records without changing their meaning. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/**
 * Every version ever shipped, oldest first; shipped ones are never edited. A new version needs
 * `tests/fixtures/library/v<previous>.json`, with records as the previous version wrote them, or a test
 * fails.
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
    version: 2, // adds tables, and `rules` to operations about rules; existing records stay
    stores: {
      rules: 'id, order',
      seen: 'id, at',
      visits: 'listing, at',
      abstracts: 'id, at',
    },
  },
  {
    version: 3, // numbers the papers; adds colours of tags, and indexes built from the papers
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
    version: 4, // separates what commands wrote from the operations, which get a status
    stores: {
      operations: '++seq, &op, [standing+turn]',
      writes: 'op',
    },
    upgrade: splitOperations,
  },
  {
    version: 5, // finds papers by the DOI of their published version; existing records stay
    stores: {
      papers: 'id, &num, [shelf+added], [shelf+triage.status], *triage.tags, meta.doi',
    },
  },
  {
    version: 6, // remembers which papers were sent to Zotero; existing records stay
    stores: {
      zotero: 'id',
    },
  },
  {
    version: 7, // papers may have the user's own texts, and say where texts are from; records stay
    stores: {},
  },
  {
    version: 8, // papers have links to code and project pages, and AI summaries; records stay
    stores: {},
  },
];

/** Papers rewritten at a time. */
const PAPERS_PER_BATCH = 1_000;

async function numberPapers(transaction: Transaction): Promise<void> {
  const papers = transaction.table<{ readonly id: string }, string>('papers');
  let next = 0;
  for (let last = ''; ; ) {
    const records = await papers.where('id').above(last).limit(PAPERS_PER_BATCH).toArray();
    if (records.length === 0) break;
    await papers.bulkPut(records.map((record, index) => ({ ...record, num: next + index })));
    next += records.length;
    last = records.at(-1)?.id ?? last;
  }
  await transaction.table('state').put({ key: 'next-number', value: String(next) });
}

/** An operation as versions 1 to 3 stored it. */
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

/** Before, an undo had writes of its own; now it only changes the status of the command. */
async function splitOperations(transaction: Transaction): Promise<void> {
  const old: OldOperation[] = await transaction.table('operations').toArray();
  const byId = new Map(old.map((operation) => [operation.op, operation]));
  const commandOf = (operation: OldOperation): OldOperation | undefined => {
    if (operation.undoes === undefined) return operation;
    const undone = byId.get(operation.undoes);
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
      const command = commandOf(byId.get(op) as OldOperation);
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
