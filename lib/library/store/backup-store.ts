/** Where backups are kept: a database of their own, so that nothing done to the library touches them. */
import Dexie, { type Table } from 'dexie';
import { type BackupReason, kept } from '@/lib/backup/retention';
import { LIBRARY_NAME } from './library-name';

/** What is told of a backup. */
export interface Backup {
  /** Names it for good. */
  readonly name: string;
  /** When it was made, in milliseconds. */
  readonly at: number;
  readonly reason: BackupReason;
  readonly papers: number;
  /** Bytes that it takes here. */
  readonly size: number;
  /** How everything was when it was made: the same where nothing changed since. */
  readonly mark: string;
}

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
export function openBackups(library: string = LIBRARY_NAME): BackupStore {
  const db = new BackupDatabase(`${library}-backups`);
  return {
    list: () => db.backups.orderBy('at').reverse().toArray(),
    read: async (name) => (await db.files.get(name))?.bytes ?? null,
    keep: (told, bytes) =>
      db.transaction('rw', db.backups, db.files, async () => {
        const backup = { ...told, size: bytes.length };
        await db.backups.put(backup);
        await db.files.put({ name: backup.name, bytes });
        const all = await db.backups.toArray();
        const stay = new Set(kept(all).map(({ name }) => name));
        const gone = all.map(({ name }) => name).filter((name) => !stay.has(name));
        await db.backups.bulkDelete(gone);
        await db.files.bulkDelete(gone);
        return backup;
      }),
  };
}
