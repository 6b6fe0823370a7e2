/** Saved filters and settings are kept beside the database: those of an import follow how it stands there. */
import type { OperationId } from '@/lib/protocol/operation-id';
import { getSavedFilters, type SavedFilters, setSavedFilters } from '@/lib/settings/saved-filters';
import { turnSettings } from '@/lib/settings/saved-settings';
import type { LibraryDatabase } from '../store/database';

/**
 * Adds the filters that an import brought and takes its settings over, or turns that back where it is
 * undone. To be called after each operation about it; harmless to repeat.
 */
export async function applySideEffects(db: LibraryDatabase, op: OperationId): Promise<void> {
  const [command, written] = await Promise.all([db.operations.get({ op }), db.writes.get(op)]);
  const isDone = command?.standing === 'done';
  if (written?.filters) await settleFilters(written.filters, isDone);
  if (!written?.settings) return;
  const { before, after } = written.settings;
  await (isDone ? turnSettings(before, after) : turnSettings(after, before));
}

async function settleFilters(brought: SavedFilters, isDone: boolean): Promise<void> {
  const filters = await getSavedFilters();
  await setSavedFilters(
    isDone ? [...filters, ...without(brought, filters)] : without(filters, brought),
  );
}

function without(filters: SavedFilters, others: SavedFilters): SavedFilters {
  const ids = new Set(others.map(({ id }) => id));
  return filters.filter(({ id }) => !ids.has(id));
}
