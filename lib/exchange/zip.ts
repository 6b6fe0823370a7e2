import { makeZip } from 'client-zip';
import type { TextFile } from './formats/obsidian';

/** An archive of these files, at most `MOST_FILES`. Rejects when it is given up. */
export async function zipOf(files: AsyncIterable<TextFile>, signal: AbortSignal): Promise<Blob> {
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
