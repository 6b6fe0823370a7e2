/** How long the browser may take to start a download, in milliseconds. */
const DOWNLOAD_BEGINS_MS = 60_000;

/** A link with `download` needs no permission: https://developer.mozilla.org/docs/Web/HTML/Element/a#download */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_BEGINS_MS);
}

/** A date for file names: `2026-11-27`. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
