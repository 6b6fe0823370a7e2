/**
 * The newest backup once more, in a file of the browser's own file system: a browser that finds its
 * databases damaged deletes all of them together, but not files.
 * https://fs.spec.whatwg.org/#sandboxed-filesystem
 */
import * as v from 'valibot';
import type { Backup } from './backup';
import { BACKUP_REASONS } from './retention';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What is told of the backup, in the first line of the file; the packed file follows. */
const ToldSchema = v.object({
  name: v.string(),
  at: count,
  reason: v.picklist(BACKUP_REASONS),
  papers: count,
  size: count,
  mark: v.string(),
});

export interface LastBackup {
  readonly told: Backup;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NEWLINE = 10;

/** Keeps it in place of the one before, whole or not at all. `library` names the library it is of. */
export async function keepLastBackup(library: string, { told, bytes }: LastBackup): Promise<void> {
  const folder = await fileSystem();
  const file = await folder?.getFileHandle(fileName(library), { create: true });
  if (!file) return;
  const writing = await file.createWritable(); // the file is changed when this is closed
  await writing.write(new Blob([JSON.stringify(told), '\n', bytes]));
  await writing.close();
}

/** `null` where there is none, or none that can be read. */
export async function readLastBackup(library: string): Promise<LastBackup | null> {
  try {
    const folder = await fileSystem();
    const handle = await folder?.getFileHandle(fileName(library));
    if (!handle) return null;
    const whole = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    const end = whole.indexOf(NEWLINE);
    const told = v.parse(ToldSchema, JSON.parse(new TextDecoder().decode(whole.subarray(0, end))));
    const bytes = whole.slice(end + 1);
    return bytes.length === told.size ? { told, bytes } : null;
  } catch {
    return null;
  }
}

function fileName(library: string): string {
  return `${library}-last-backup`;
}

/** Some browsers have none in private windows. */
async function fileSystem(): Promise<FileSystemDirectoryHandle | null> {
  return (await globalThis.navigator?.storage?.getDirectory?.().catch(() => null)) ?? null;
}
