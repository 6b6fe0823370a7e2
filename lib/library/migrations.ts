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
