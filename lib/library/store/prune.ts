import type { Table } from 'dexie';

/** By how much a table may outgrow its limit before it is pruned, so that not every write prunes. */
const SLACK = 1.05;

/**
 * Deletes all but about the newest `limit` records of a table, by `at`. Costs one count as long as the
 * table is small enough. To be called in the transaction of the write that added records.
 */
export async function pruneOldest<R extends { readonly at: number }, K>(
  table: Table<R, K>,
  limit: number,
): Promise<void> {
  const count = await table.count();
  if (count <= limit * SLACK) return;
  const oldest = await table
    .orderBy('at')
    .limit(count - limit)
    .primaryKeys();
  await table.bulkDelete(oldest);
}
