/** Saved filters are kept beside the database: those of an import follow how it stands there. */
import type { OperationId } from '@/lib/command';
import { getSavedFilters, setSavedFilters } from '@/lib/saved-filters';
import type { LibraryDatabase } from './database';

/**
 * Adds the filters of the import that an operation is about, or takes them away again where it is
 * undone. To be called after the operation; harmless to repeat. Other commands cost one look.
 */
export async function settleFilters(db: LibraryDatabase, op: OperationId): Promise<void> {
  const operation = await db.operations.get({ op });
  const command = operation?.of ? await db.operations.get({ op: operation.of }) : operation;
  const brought = command && (await db.writes.get(command.op))?.filters;
  if (!brought || brought.length === 0) return;
  const ids = new Set(brought.map(({ id }) => id));
  const filters = await getSavedFilters();
  const known = new Set(filters.map(({ id }) => id));
  await setSavedFilters(
    command.standing === 'done'
      ? [...filters, ...brought.filter(({ id }) => !known.has(id))]
      : filters.filter(({ id }) => !ids.has(id)),
  );
}
