import { useLiveQuery } from 'dexie-react-hooks';
import type { Backup } from '@/lib/backup/backup';
import { backups } from '@/lib/connections/library-backups';

/** The newest backup; `null` where there is none, or none can be read; `undefined` until that is known. */
export function useLastBackup(): Backup | null | undefined {
  return useLiveQuery(
    () =>
      backups.list().then(
        ([newest = null]) => newest,
        () => null,
      ),
    [],
  );
}
