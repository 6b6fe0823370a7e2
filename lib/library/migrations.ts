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
];
