/**
 * What the page's first script hands to the one that is brought later, with the dialogs and the
 * panel: both run in the same world of the page, where no script of the page sees it.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '@/lib/command';
import type { RegexEngine } from '@/lib/keywords/engine';
import type { PaperId } from '@/lib/paper';
import type { PanelPlace } from '@/lib/settings';
import type { Reason, Showing } from './standing';
import type { PageStore } from './store';

export interface PageBridge {
  readonly store: PageStore;
  /** Where the panel stands and whether it is open. */
  readonly panel: StoreApi<PanelPlace>;
  readonly setPanel: (place: Partial<PanelPlace>) => void;
  readonly setShowing: (showing: Partial<Showing>) => void;
  readonly setFilter: (text: string) => void;
  readonly change: (id: PaperId, change: Change) => Promise<void>;
  readonly changeAll: (ids: readonly PaperId[], change: Change) => void;
  /** Shows the rows that are hidden for this reason. */
  readonly reveal: (reason: Reason) => void;
  /** Goes to the next (1) or previous (-1) row that matches the filter or a rule. */
  readonly jump: (step: 1 | -1) => void;
  /** Saves a filter's words as a highlighting rule. */
  readonly addRule: (text: string) => void;
  /** Whether abstracts that the page lacks are fetched from arXiv, here and on every page. */
  readonly setFetchAbstracts: (isOn: boolean) => void;
  /** Opens the page where rules are edited. */
  readonly openRules: () => void;
  /** Takes the engine for regular expressions when it arrives. */
  readonly takeEngine: (engine: RegexEngine) => void;
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
