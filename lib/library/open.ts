import { openBackups } from './backup-store';
import { LibraryDatabase } from './database';
import { createQueries } from './queries';

/** The library as the extension's own pages read it. They write by sending commands. */
export const library = createQueries(new LibraryDatabase());

/** Its backups. Pages make some themselves, when they are asked to. */
export const backups = openBackups();
