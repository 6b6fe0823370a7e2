/** Backs up the library before an upgrade. The code for that is only loaded when needed. */
import { DEXIE_FACTOR, NEWEST_VERSION } from '@/lib/library/store/database';
import { refusalOf } from '@/lib/library/store/refusal';

/**
 * Backs up the named library if an earlier version of Winnow wrote it. Never rejects: if the backup
 * fails, the library is opened nonetheless, since the upgrade is a single transaction, and the user
 * is told.
 */
export async function backUpBeforeUpgrade(library: string): Promise<void> {
  try {
    const databases = await indexedDB.databases();
    const version = (databases.find(({ name }) => name === library)?.version ?? 0) / DEXIE_FACTOR;
    if (version === 0 || version >= NEWEST_VERSION) return;
    const { backUpEarlierVersion } = await import('./earlier-version');
    await backUpEarlierVersion(library, version, NEWEST_VERSION);
  } catch (error) {
    // Imported dynamically: the workers of pages have no storage for settings.
    const { backupFailure } = await import('@/lib/settings/settings');
    await backupFailure.setValue(refusalOf(error).message).catch(() => undefined);
  }
}
