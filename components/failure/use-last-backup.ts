import { useLiveQuery } from 'dexie-react-hooks';
import type { Backup } from '@/lib/backup/backup';
import { backups } from '@/lib/connections/library-backups';

/** The newest backup; `null` if there is none or it cannot be read; `undefined` until known. */
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
