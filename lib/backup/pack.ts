/** Compresses a backup: https://developer.mozilla.org/docs/Web/API/CompressionStream */
export async function pack(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const packed = file.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Decompresses a backup to a JSON file. @throws if the bytes are damaged. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const file = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const blob = await new Response(file).blob();
  return new Blob([blob], { type: 'application/json' });
}
