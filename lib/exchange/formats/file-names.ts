/** File names that are valid on every system, and unique. */

/**
 * Forbidden on Windows, https://learn.microsoft.com/windows/win32/fileio/naming-a-file, or special
 * in Obsidian's links, https://help.obsidian.md/links.
 */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*#^[\]]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Most systems allow 255 bytes, including the extension; some encrypted ones 143. */
const MAX_BYTES = 120;

/**
 * Returns a function that gives each text a unique name, without extension, regardless of case.
 * `fallback` is used if the text is empty or taken.
 */
export function createFileNames(): (text: string, fallback: string) => string {
  const taken = new Set<string>();
  return (text, fallback) => {
    const plain = toFileName(text) || toFileName(fallback) || '_';
    let name = plain;
    for (let n = 1; taken.has(toComparable(name)); n += 1) {
      name = n === 1 ? `${plain} (${toFileName(fallback)})` : `${plain} (${n})`;
    }
    taken.add(toComparable(name));
    return name;
  };
}

function toComparable(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function toFileName(text: string): string {
  const allowed = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/:\s/g, ' - ')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ');
  const name = truncate(allowed).replace(/^[.\s]+|[.\s]+$/g, '');
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Truncates to whole characters. */
function truncate(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const char of text) {
    bytes += encoder.encode(char).length;
    if (bytes > MAX_BYTES) break;
    kept += char;
  }
  return kept;
}
