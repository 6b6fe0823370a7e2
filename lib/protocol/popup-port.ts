/** The port between a popup and the page that it shows; open as long as the popup is. */
import type { PaperId } from '@/lib/paper';

export const POPUP_PORT = 'winnow:popup';

/** What the popup asks of a page. */
export type PopupRequest =
  | { readonly filter: string }
  /** Scroll to the paper's first row. */
  | { readonly show: PaperId };
