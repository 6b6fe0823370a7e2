/** Detects that the browser has lost the library, as when its databases were damaged. */
import { browser } from 'wxt/browser';
import type { Queries } from '@/lib/library/queries/queries';
import { libraryLost, libraryMarker } from '@/lib/settings/settings';

/** Checks when the browser starts, and when Winnow is installed or updated. */
export function watchForLoss(queries: Pick<Queries, 'device'>): void {
  // A library that cannot be opened is not lost: pages say why.
  const check = () => void noticeLoss(queries).catch(() => undefined);
  browser.runtime.onInstalled.addListener(check);
  browser.runtime.onStartup.addListener(check);
}

/**
 * Compares the library with the one that was there before. If it is another, or none, the extension's
 * own pages say so until the user confirms.
 */
export async function noticeLoss({ device }: Pick<Queries, 'device'>): Promise<void> {
  const [here, last] = await Promise.all([device(), libraryMarker.getValue()]);
  if (last !== '' && last !== here) await libraryLost.setValue(Date.now());
  if (last !== (here ?? '')) await libraryMarker.setValue(here ?? '');
}
