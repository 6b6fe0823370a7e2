/** Saved filters are kept beside the database: those of an import follow how it stands there. */
import type { OperationId } from '@/lib/command';
import { getSavedFilters, setSavedFilters } from '@/lib/saved-filters';
import type { LibraryDatabase } from '../store/database';

/**
 * Adds the filters that an import brought, or takes them away again where it is undone. To be called
 * after each operation about it; harmless to repeat.
 */
export async function settleFilters(db: LibraryDatabase, op: OperationId): Promise<void> {
  const command = await db.operations.get({ op });
  const brought = (await db.writes.get(op))?.filters ?? [];
  const ids = new Set(brought.map(({ id }) => id));
  const filters = await getSavedFilters();
  const known = new Set(filters.map(({ id }) => id));
  await setSavedFilters(
    command?.standing === 'done'
      ? [...filters, ...brought.filter(({ id }) => !known.has(id))]
      : filters.filter(({ id }) => !ids.has(id)),
  );
}
