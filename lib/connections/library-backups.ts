import { openBackups } from '@/lib/backup/backup-store';

/** The library's backups, for pages, which also make some at the user's request. */
export const backups = openBackups();
