import { backUpBeforeUpgrade } from '@/lib/backup/before-upgrade';
import { LibraryDatabase } from '@/lib/library/store/database';
import { rebuildIndexes } from '@/lib/library/write/rebuild-indexes';

/** A connection to the library; `name` is another library than the user's, as in tests. */
export function openDatabase(name?: string): LibraryDatabase {
  return new LibraryDatabase({ beforeOpen: backUpBeforeUpgrade, afterOpen: rebuildIndexes }, name);
}
