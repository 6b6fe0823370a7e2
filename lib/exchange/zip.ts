import { makeZip } from 'client-zip';
import type { TextFile } from './formats/obsidian';

/** Creates an archive of at most `MAX_ZIP_FILES` files. Rejects when aborted. */
export async function createZip(
  files: AsyncIterable<TextFile>,
  signal: AbortSignal,
): Promise<Blob> {
  const lastModified = new Date();
  async function* entries() {
    for await (const { name, text } of files) {
      signal.throwIfAborted();
      yield { name, input: text, lastModified };
    }
  }
  return new Response(makeZip(entries()), {
    headers: { 'Content-Type': 'application/zip' },
  }).blob();
}
