/** Names of files that every system takes, and that tell papers apart. */

/**
 * Forbidden on Windows, https://learn.microsoft.com/windows/win32/fileio/naming-a-file, or with a
 * meaning in Obsidian's links, https://help.obsidian.md/links.
 */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*#^[\]]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** Most systems take 255 bytes, with the ending; some encrypted ones 143. */
const MOST_BYTES = 120;

/** Gives each text a name of its own, without ending, whatever the case of its letters. */
export function createFileNames(): (text: string, otherwise: string) => string {
  const taken = new Set<string>();
  return (text, otherwise) => {
    const plain = fileNameOf(text) || fileNameOf(otherwise) || '_';
    let name = plain;
    for (let n = 1; taken.has(fold(name)); n += 1) {
      name = n === 1 ? `${plain} (${fileNameOf(otherwise)})` : `${plain} (${n})`;
    }
    taken.add(fold(name));
    return name;
  };
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function fileNameOf(text: string): string {
  const allowed = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/:\s/g, ' - ')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ');
  const name = cut(allowed).replace(/^[.\s]+|[.\s]+$/g, '');
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Whole characters, as many as fit. */
function cut(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const char of text) {
    bytes += encoder.encode(char).length;
    if (bytes > MOST_BYTES) break;
    kept += char;
  }
  return kept;
}
