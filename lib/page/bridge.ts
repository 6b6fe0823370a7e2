/**
 * What the page's first script hands to the one that is brought later, with the dialogs and the
 * panel: both run in the same world of the page, where no script of the page sees it.
 */
import type { Change } from '@/lib/command';
import type { PaperId } from '@/lib/paper';
import type { PageStore } from './store';

export interface PageBridge {
  readonly store: PageStore;
  readonly change: (id: PaperId, change: Change) => Promise<void>;
}

const world = globalThis as { winnowPage?: PageBridge };

export function offerBridge(bridge: PageBridge): void {
  world.winnowPage = bridge;
}

/** @throws {Error} where the page's first script has not run. */
export function takeBridge(): PageBridge {
  if (!world.winnowPage) throw new Error('Winnow is not on this page.');
  return world.winnowPage;
}
