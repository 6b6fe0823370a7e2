/** Notices that the browser has lost the library, as when it found its databases damaged. */
import type { Queries } from '@/lib/library/queries/queries';
import { libraryLost, libraryMarker } from '@/lib/settings';

/**
 * Compares the library that is here with the one that was here last; to be called on start. Where it is
 * another, or none, the pages of the extension say so until the user knows.
 */
export async function noticeLoss({ device }: Pick<Queries, 'device'>): Promise<void> {
  const [here, last] = await Promise.all([device(), libraryMarker.getValue()]);
  if (last !== '' && last !== here) await libraryLost.setValue(Date.now());
  if (last !== (here ?? '')) await libraryMarker.setValue(here ?? '');
}
