/**
 * Copies a text that is still being made. Browsers only allow copying right after a click, so they are
 * handed the promise at once. Rejects if copying is not allowed.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((plain) => new Blob([plain], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
