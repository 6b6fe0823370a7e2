import type { Table } from 'dexie';

/** By how much a table may outgrow its limit before it is cut: not every write should have to cut. */
const SLACK = 1.05;

/**
 * Keeps the newest `limit` records of a table, by `at`. Costs one count while the table is small
 * enough. To be called in the transaction of the write that let the table grow.
 */
export async function prune<R extends { readonly at: number }, K>(
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
