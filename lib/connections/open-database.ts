import { backUpBeforeUpgrade } from '@/lib/backup/before-upgrade';
import { LibraryDatabase } from '@/lib/library/store/database';
import { rebuildIndexes } from '@/lib/library/write/rebuild-indexes';

/** Opens a connection to the library. Tests give another `name` than the user's library. */
export function openDatabase(name?: string): LibraryDatabase {
  return new LibraryDatabase({ beforeOpen: backUpBeforeUpgrade, afterOpen: rebuildIndexes }, name);
}
