/** The text of a file, whichever way its characters are written. */

export type Encoding = 'utf-8' | 'utf-16' | 'latin-1';

export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  /** Not a text at all: an archive, a PDF, a picture. */
  | { readonly text: null; readonly encoding: null };

/** So many bytes tell whether a file is a text. */
const SAMPLE = 4_096;

/**
 * The text of a file's bytes, without the mark that may stand at its beginning. That mark says how it
 * is written; without one it is UTF-8 unless that cannot be, then what older programs write.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0xff && b === 0xfe) return { text: read('utf-16le', bytes), encoding: 'utf-16' };
  if (a === 0xfe && b === 0xff) return { text: read('utf-16be', bytes), encoding: 'utf-16' };
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf;
  const wide = hasMark ? null : wideWithoutMark(bytes.subarray(0, SAMPLE));
  if (wide) return { text: read(wide, bytes), encoding: 'utf-16' };
  if (isOther(bytes) || (!hasMark && isNoText(bytes.subarray(0, SAMPLE))))
    return { text: null, encoding: null };
  try {
    // As a part of a longer text: a file that is cut off may end within a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return { text, encoding: 'utf-8' };
  } catch {
    return { text: read('windows-1252', bytes), encoding: 'latin-1' };
  }
}

function read(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

/** Latin text in UTF-16 has a zero in every other byte. */
function wideWithoutMark(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
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

/** What PDF, archives, packed files and RTF begin with, which may hold much text. */
const SIGNATURES = ['%PDF-', 'PK\x03\x04', '\x1f\x8b', '{\\rtf'];

function isOther(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.some((signature) => beginning.startsWith(signature));
}

/** Texts have hardly any control characters; a zero has got into some. */
function isNoText(sample: Uint8Array): boolean {
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return controls.length > sample.length / 20;
}
