/**
 * Keeps a copy of the newest backup in a file of the origin private file system: a browser that
 * finds its databases damaged deletes them all, but not files.
 * https://fs.spec.whatwg.org/#sandboxed-filesystem
 */
import * as v from 'valibot';
import type { Backup } from './backup';
import { BACKUP_REASONS } from './retention';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The first line of the file; the compressed backup follows. */
const BackupSchema = v.object({
  name: v.string(),
  at: count,
  reason: v.picklist(BACKUP_REASONS),
  papers: count,
  size: count,
  mark: v.string(),
});

export interface LastBackup {
  readonly backup: Backup;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NEWLINE = 10;

/**
 * Replaces the copy, atomically. `library` is the name of the library. Does nothing without a file
 * system.
 */
export async function writeLastBackup(
  library: string,
  { backup, bytes }: LastBackup,
): Promise<void> {
  const folder = await privateFolder();
  const file = await folder?.getFileHandle(fileName(library), { create: true });
  if (!file) return;
  const writing = await file.createWritable(); // replaces the file when closed
  await writing.write(new Blob([JSON.stringify(backup), '\n', bytes]));
  await writing.close();
}

/** The copy; `null` if there is none, or it cannot be read. */
export async function readLastBackup(library: string): Promise<LastBackup | null> {
  try {
    const folder = await privateFolder();
    const handle = await folder?.getFileHandle(fileName(library));
    if (!handle) return null;
    const whole = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    const end = whole.indexOf(NEWLINE);
    const header = new TextDecoder().decode(whole.subarray(0, end));
    const backup = v.parse(BackupSchema, JSON.parse(header));
    const bytes = whole.slice(end + 1);
    return bytes.length === backup.size ? { backup, bytes } : null;
  } catch {
    return null;
  }
}

function fileName(library: string): string {
  return `${library}-last-backup`;
}

/** `null` in some browsers' private windows. */
async function privateFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (await globalThis.navigator?.storage?.getDirectory?.().catch(() => null)) ?? null;
}
