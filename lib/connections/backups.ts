import { openBackups } from '@/lib/backup/backup-store';

/** The library's backups. Pages make some themselves, when they are asked to. */
export const backups = openBackups();
