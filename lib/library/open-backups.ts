import { openBackups } from './store/backup-store';

/** The library's backups. Pages make some themselves, when they are asked to. */
export const backups = openBackups();
