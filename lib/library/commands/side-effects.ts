/** Saved filters and settings are stored outside the database, so those of an import are set separately. */
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedFilters } from '@/lib/settings/saved-filters';
import { turnSettings } from '@/lib/settings/saved-settings';
import { savedFilters } from '@/lib/settings/settings';
import type { LibraryDatabase } from '../store/database';

/**
 * Adds the saved filters of an import and applies its settings or, if it has been undone, reverses that.
 * To be called after each operation on the import; repeating it does no harm.
 */
export async function applySideEffects(db: LibraryDatabase, op: OperationId): Promise<void> {
  const [command, writes] = await Promise.all([db.operations.get({ op }), db.writes.get(op)]);
  const isDone = command?.standing === 'done';
  if (writes?.filters) await applyFilters(writes.filters, isDone);
  if (!writes?.settings) return;
  const { before, after } = writes.settings;
  await (isDone ? turnSettings(before, after) : turnSettings(after, before));
}

async function applyFilters(imported: SavedFilters, isDone: boolean): Promise<void> {
  const filters = await savedFilters.getValue();
  await savedFilters.setValue(
    isDone ? [...filters, ...without(imported, filters)] : without(filters, imported),
  );
}

function without(filters: SavedFilters, others: SavedFilters): SavedFilters {
  const ids = new Set(others.map(({ id }) => id));
  return filters.filter(({ id }) => !ids.has(id));
}
