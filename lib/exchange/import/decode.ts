/** Decodes the text of a file in any of the usual encodings. */

export type Encoding = 'utf-8' | 'utf-16' | 'latin-1';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  /** Not text: an archive, a PDF, an image. */
  | { readonly text: null; readonly encoding: null };

/** How much of a file is inspected to tell whether it is text. */
const SAMPLE_BYTES = 4_096;

/**
 * Decodes a file, without its byte order mark. The mark determines the encoding; without one it is
 * UTF-8 if valid, else the Windows-1252 of older programs.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0xff && b === 0xfe) return { text: read('utf-16le', bytes), encoding: 'utf-16' };
  if (a === 0xfe && b === 0xff) return { text: read('utf-16be', bytes), encoding: 'utf-16' };
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf;
  const wide = hasMark ? null : detectUtf16(bytes.subarray(0, SAMPLE_BYTES));
  if (wide) return { text: read(wide, bytes), encoding: 'utf-16' };
  if (hasBinarySignature(bytes) || (!hasMark && isBinary(bytes.subarray(0, SAMPLE_BYTES))))
    return { text: null, encoding: null };
  try {
    // Streaming, since a truncated file may end within a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return { text, encoding: 'utf-8' };
  } catch {
    return { text: read('windows-1252', bytes), encoding: 'latin-1' };
  }
}

function read(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

/** In UTF-16, every other byte of Latin text is zero. */
function detectUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** Of PDF, archives, compressed files and RTF, which may contain much text. */
const SIGNATURES = ['%PDF-', 'PK\x03\x04', '\x1f\x8b', '{\\rtf'];

function hasBinarySignature(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.some((signature) => beginning.startsWith(signature));
}

/** Text has hardly any control characters, though a stray zero occurs. */
function isBinary(sample: Uint8Array): boolean {
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return controls.length > sample.length / 20;
}
