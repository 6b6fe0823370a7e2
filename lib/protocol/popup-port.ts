/** The port between a popup or side panel and the page that it shows; open as long as it shows it. */
import type { PaperId } from '@/lib/paper';

/** What opens such a port, with the port's name. */
export const VIEWER_PORTS = { popup: 'winnow:popup', sidePanel: 'winnow:side-panel' } as const;

export type Viewer = keyof typeof VIEWER_PORTS;

/** What the popup asks of a page. */
export type PopupRequest =
  | { readonly filter: string }
  /** Scroll to the paper's first row. */
  | { readonly show: PaperId };
