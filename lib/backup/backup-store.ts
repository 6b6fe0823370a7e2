/**
 * Stores backups in a database of their own, out of reach of anything done to the library, and the
 * newest in a file as well: see `last-backup.ts`.
 */
import Dexie, { type Table } from 'dexie';
import { DATABASE_NAME } from '@/lib/library/store/database-name';
import type { Backup } from './backup';
import { readLastBackup, writeLastBackup } from './last-backup';
import { backupsToKeep } from './retention';

interface BackupFile {
  readonly name: Backup['name'];
  /** A file in our own format, compressed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

class BackupDatabase extends Dexie {
  declare readonly backups: Table<Backup, string>;
  declare readonly files: Table<BackupFile, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ backups: 'name, at', files: 'name' });
  }
}

export interface BackupStore {
  /** Newest first. */
  readonly list: () => Promise<Backup[]>;
  /** The compressed file; `null` if it is gone. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Saves a backup and deletes those no longer needed. */
  readonly save: (backup: Omit<Backup, 'size'>, bytes: BackupFile['bytes']) => Promise<Backup>;
}

/** Opens the backups of a library, by its name. */
export function openBackups(library: string = DATABASE_NAME): BackupStore {
  const db = new BackupDatabase(`${library}-backups`);

  const listed = () => db.backups.orderBy('at').reverse().toArray();

  return {
    async list() {
      const reading = listed();
      const all = await reading.catch(() => []);
      const last = all.length === 0 ? await readLastBackup(library) : null;
      return last ? [last.backup] : reading; // rejects with the reason
    },
    async read(name) {
      const file = await db.files.get(name).catch(() => undefined);
      if (file) return file.bytes;
      const last = await readLastBackup(library);
      return last?.backup.name === name ? last.bytes : null;
    },
    async save(unsaved, bytes) {
      const backup = { ...unsaved, size: bytes.length };
      const orphan = (await db.backups.count()) === 0 ? await readLastBackup(library) : null;
      // Written first, so that every listed backup has a copy; a backup without space for one is
      // still saved.
      await writeLastBackup(library, { backup, bytes }).catch(() => undefined);
      await db.transaction('rw', db.backups, db.files, async () => {
        for (const one of [...(orphan ? [orphan] : []), { backup, bytes }]) {
          await db.backups.put(one.backup);
          await db.files.put({ name: one.backup.name, bytes: one.bytes });
        }
        const all = await db.backups.toArray();
        const kept = new Set(backupsToKeep(all));
        const expired = all.filter((one) => !kept.has(one)).map(({ name }) => name);
        await db.backups.bulkDelete(expired);
        await db.files.bulkDelete(expired);
      });
      return backup;
    },
  };
}
