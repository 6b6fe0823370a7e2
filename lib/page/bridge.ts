/**
 * What the page's first script hands to the one that is brought later, with the dialogs and the
 * panel: both run in the same world of the page, where no script of the page sees it.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { BrowserKey } from '@/lib/protocol/browser-keys';
import type { Change } from '@/lib/protocol/change';
import type { KeySettings } from '@/lib/settings/keys';
import type { Setting } from '@/lib/settings/setting';
import type { Showing } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import type { NoteEnd, NoteServices } from '@/lib/triage/notes/session';
import type { LinkAction } from '@/lib/triage/paper-links';
import type { PanelState } from './panel-state';
import type { PageStore } from './store';
import type { PageUiStore } from './ui';

export interface PageBridge {
  readonly store: PageStore;
  /** What stands over the page for a while. */
  readonly ui: PageUiStore;
  /** The keys that triage a page. */
  readonly keys: StoreApi<KeySettings>;
  readonly setKeys: (keys: KeySettings) => void;
  /** What note sessions work with on this page. */
  readonly notes: NoteServices;
  /** Says how the editing of a note ended, with undo if it was saved. */
  readonly noteEnded: (title: string, end: NoteEnd) => void;
  /** The tags that were added last, the newest first. */
  readonly recentTags: Pick<Setting<readonly string[]>, 'getValue' | 'setValue'>;
  /** Copies or opens something of a row's paper. */
  readonly actOnLinks: (row: Row, action: LinkAction) => void;
  /** Closes the dialog of tags, note and status. */
  readonly closeDialog: () => void;
  /** Does what the toast's button offers. */
  readonly pressToast: () => Promise<void>;
  /** Whether the panel is folded. */
  readonly panel: StoreApi<PanelState>;
  readonly foldPanel: (isFolded: boolean) => void;
  readonly setShowing: (showing: Partial<Showing>) => void;
  readonly setFilter: (text: string) => void;
  readonly change: (id: PaperId, change: Change) => Promise<Acknowledgement | null>;
  readonly changeAll: (ids: readonly PaperId[], change: Change) => void;
  readonly undoLatest: () => void;
  readonly redoLatest: () => void;
  /** Opens papers in tabs behind this one. */
  readonly openPapers: (ids: readonly PaperId[]) => void;
  /** Has the toast say something. */
  readonly say: (text: string) => void;
  /** Shows in full, or folds again, what a mute rule hits. */
  readonly setRevealed: (rule: string, isRevealed: boolean) => void;
  /** Goes to the next (1) or previous (-1) row that matches the filter or a rule. */
  readonly jump: (step: 1 | -1) => void;
  /** Saves a filter's words as a highlighting rule. */
  readonly addRule: (text: string) => void;
  /** Whether abstracts that the page lacks are fetched from arXiv, here and on every page. */
  readonly setFetchAbstracts: (isOn: boolean) => void;
  /** Opens the page where rules are edited. */
  readonly openRules: () => void;
  /** The keys that the browser has given to Winnow; none where the background does not answer. */
  readonly browserKeys: () => Promise<readonly BrowserKey[]>;
  /** Opens the browser's settings, where they are changed. */
  readonly openBrowserKeys: () => void;
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
