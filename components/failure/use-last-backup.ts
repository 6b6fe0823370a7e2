import { useLiveQuery } from 'dexie-react-hooks';
import { backups } from '@/lib/library/open-backups';
import type { Backup } from '@/lib/library/store/backup-store';

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
