import { useEffect, useState } from 'react';
import { backups } from '@/lib/library/open-backups';
import type { Backup } from '@/lib/library/store/backup-store';

/** The newest backup; `null` where there is none, or none can be read; `undefined` until that is known. */
export function useLastBackup(): Backup | null | undefined {
  const [last, setLast] = useState<Backup | null>();
  useEffect(() => {
    let isGone = false;
    const learn = (backup: Backup | null) => isGone || setLast(backup);
    backups.list().then(
      ([newest = null]) => learn(newest),
      () => learn(null),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return last;
}
