/**
 * Puts a text on the clipboard that is still being made: browsers allow it only right after a click, and
 * so are told at once what is to come. Rejects where it is not allowed.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
