/**
 * Where backups are kept: a database of their own, so that nothing done to the library touches them,
 * and the newest in a file besides; see `last-backup.ts`.
 */
import Dexie, { type Table } from 'dexie';
import { DATABASE_NAME } from '@/lib/library/store/database-name';
import type { Backup } from './backup';
import { keepLastBackup, readLastBackup } from './last-backup';
import { kept } from './retention';

interface BackupFile {
  readonly name: Backup['name'];
  /** A file in our own format, packed. */
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
  /** The newest first. */
  readonly list: () => Promise<Backup[]>;
  /** The packed file; `null` where it is not there any more. */
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps one, and lets go of those that are no longer needed. */
  readonly keep: (backup: Omit<Backup, 'size'>, bytes: BackupFile['bytes']) => Promise<Backup>;
}

/** `library` names the library that they are of. */
export function openBackups(library: string = DATABASE_NAME): BackupStore {
  const db = new BackupDatabase(`${library}-backups`);

  const listed = () => db.backups.orderBy('at').reverse().toArray();

  return {
    async list() {
      const reading = listed();
      const all = await reading.catch(() => []);
      const last = all.length === 0 ? await readLastBackup(library) : null;
      return last ? [last.told] : reading; // where it cannot be read, why
    },
    async read(name) {
      const file = await db.files.get(name).catch(() => undefined);
      if (file) return file.bytes;
      const last = await readLastBackup(library);
      return last?.told.name === name ? last.bytes : null;
    },
    async keep(backup, bytes) {
      const told = { ...backup, size: bytes.length };
      const left = (await db.backups.count()) === 0 ? await readLastBackup(library) : null;
      // First, so that what is listed is there twice; it is kept also where there is no room for that.
      await keepLastBackup(library, { told, bytes }).catch(() => undefined);
      await db.transaction('rw', db.backups, db.files, async () => {
        for (const one of [...(left ? [left] : []), { told, bytes }]) {
          await db.backups.put(one.told);
          await db.files.put({ name: one.told.name, bytes: one.bytes });
        }
        const all = await db.backups.toArray();
        const stay = new Set(kept(all).map(({ name }) => name));
        const gone = all.map(({ name }) => name).filter((name) => !stay.has(name));
        await db.backups.bulkDelete(gone);
        await db.files.bulkDelete(gone);
      });
      return told;
    },
  };
}
