/** Saved filters and settings are kept beside the database: those of an import follow how it stands there. */
import type { OperationId } from '@/lib/command';
import type { SavedFilter } from '@/lib/saved-filter';
import { getSavedFilters, setSavedFilters } from '@/lib/saved-filters';
import { turnSettings } from '@/lib/saved-settings';
import type { LibraryDatabase } from '../store/database';

/**
 * Adds the filters that an import brought and takes its settings over, or turns that back where it is
 * undone. To be called after each operation about it; harmless to repeat.
 */
export async function settleBeside(db: LibraryDatabase, op: OperationId): Promise<void> {
  const [command, written] = await Promise.all([db.operations.get({ op }), db.writes.get(op)]);
  const isDone = command?.standing === 'done';
  if (written?.filters) await settleFilters(written.filters, isDone);
  if (!written?.settings) return;
  const { before, after } = written.settings;
  await (isDone ? turnSettings(before, after) : turnSettings(after, before));
}

async function settleFilters(brought: readonly SavedFilter[], isDone: boolean): Promise<void> {
  const filters = await getSavedFilters();
  const [ids, known] = [brought, filters].map((some) => new Set(some.map(({ id }) => id)));
  await setSavedFilters(
    isDone
      ? [...filters, ...brought.filter(({ id }) => !known?.has(id))]
      : filters.filter(({ id }) => !ids?.has(id)),
  );
}
