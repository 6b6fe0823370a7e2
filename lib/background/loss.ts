/** Notices that the browser has lost the library, as when it found its databases damaged. */
import { browser } from 'wxt/browser';
import type { Queries } from '@/lib/library/queries/queries';
import { libraryLost, libraryMarker } from '@/lib/settings/settings';

/** Has it looked when the browser starts, and when Winnow is installed or updated. */
export function watchForLoss(queries: Pick<Queries, 'device'>): void {
  // What cannot be opened is no loss: pages say so.
  const look = () => void noticeLoss(queries).catch(() => undefined);
  browser.runtime.onInstalled.addListener(look);
  browser.runtime.onStartup.addListener(look);
}

/**
 * Compares the library that is here with the one that was here last. Where it is another, or none, the
 * pages of the extension say so until the user knows.
 */
export async function noticeLoss({ device }: Pick<Queries, 'device'>): Promise<void> {
  const [here, last] = await Promise.all([device(), libraryMarker.getValue()]);
  if (last !== '' && last !== here) await libraryLost.setValue(Date.now());
  if (last !== (here ?? '')) await libraryMarker.setValue(here ?? '');
}
