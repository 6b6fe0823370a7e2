/** What the user set; kept on this device. Each has its default. */
import { browser } from 'wxt/browser';
import { storage, type WxtStorageItem } from 'wxt/utils/storage';
import type { SiteHost } from '@/lib/paper';
import { DEFAULT_KEYS, type KeySettings } from './keys';
import { SHOW_ALL, type Showing } from './showing';

/** Whether abstracts that a listing does not show are fetched from arXiv. */
export const fetchAbstracts = storage.defineItem<boolean>('local:fetchAbstracts', {
  fallback: false,
});

/** Whether what imported papers lack is looked up at arXiv. */
export const lookUpImports = storage.defineItem<boolean>('local:lookUpImports', {
  fallback: false,
});

type Theme = 'auto' | 'light' | 'dark';

/** How the extension's own pages look; `auto` follows the browser. */
export const theme = storage.defineItem<Theme>('local:theme', { fallback: 'auto' });

/** The number on Winnow's icon: papers unread on the list, or undecided on the page. */
export type BadgeChoice = 'none' | 'unread' | 'page';

export const badge = storage.defineItem<BadgeChoice>('local:badge', { fallback: 'page' });

/** Where the panel of a page stands, and whether it is shrunk to its handle. */
export interface PanelPlace {
  readonly corner: 'bottom-right' | 'bottom-left' | 'top-left' | 'top-right';
  readonly isCollapsed: boolean;
}

export const PANEL_PLACE: PanelPlace = Object.freeze({
  corner: 'bottom-right',
  isCollapsed: false,
});

/** The panel's place on each site. */
export const panelPlaces = {
  arxiv: storage.defineItem<PanelPlace>('local:panel:arxiv', { fallback: PANEL_PLACE }),
  huggingface: storage.defineItem<PanelPlace>('local:panel:huggingface', {
    fallback: PANEL_PLACE,
  }),
} satisfies Record<SiteHost, unknown>;

/** Which rows are shown, on each site. */
export const showings = {
  arxiv: storage.defineItem<Showing>('local:showing:arxiv', { fallback: SHOW_ALL }),
  huggingface: storage.defineItem<Showing>('local:showing:huggingface', {
    fallback: SHOW_ALL,
  }),
} satisfies Record<SiteHost, unknown>;

/** Groups of papers that look the same and are not: the ids of each, sorted, with spaces between. */
export const notDuplicates = storage.defineItem<readonly string[]>('local:notDuplicates', {
  fallback: [],
});

/** The keys that triage a page. What is stored may be of another version: see `readKeys`. */
export const pageKeys = storage.defineItem<KeySettings>('local:pageKeys', {
  fallback: DEFAULT_KEYS,
});

/** The tags that were added last, the newest first; as stored, unchecked. */
export const recentTags = storage.defineItem<readonly string[]>('local:recentTags', {
  fallback: [],
});

/** So many can be added by a digit key. */
const RECENT_TAGS_KEPT = 9;

/** What of the stored tags can be read. */
export function readRecentTags(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((tag) => typeof tag === 'string') : [];
}

/** The recent tags after one more was added. */
export function withRecent(recent: readonly string[], tag: string): string[] {
  return [tag, ...recent.filter((one) => one !== tag)].slice(0, RECENT_TAGS_KEPT);
}

/**
 * Hears a setting change; returns what stops it. That is harmless also in a page which the extension
 * has left behind: there the browser throws at every call, and forgets the listener by itself.
 */
export function watchSetting<T>(
  item: Pick<WxtStorageItem<T, Record<string, unknown>>, 'watch'>,
  hear: (value: T) => void,
): () => void {
  const stop = item.watch(hear);
  return () => {
    if (browser.runtime?.id) stop();
  };
}

/** Whether the user is reminded to download a backup now and then. */
export const backupReminder = storage.defineItem<boolean>('local:backupReminder', {
  fallback: true,
});

/** When a backup, or the whole library, was last saved as a file, in milliseconds; 0: never. */
export const backupDownloaded = storage.defineItem<number>('local:backupDownloaded', {
  fallback: 0,
});

/** When the reminder was last put off, in milliseconds; 0: never. */
export const backupReminderPutOff = storage.defineItem<number>('local:backupReminderPutOff', {
  fallback: 0,
});

/** Names the library that was here last, apart from it, so that its loss is noticed; empty: there was none. */
export const libraryMarker = storage.defineItem<string>('local:libraryMarker', { fallback: '' });

/** When the library was found to be lost, in milliseconds; 0: it was not, or the user knows. */
export const libraryLost = storage.defineItem<number>('local:libraryLost', { fallback: 0 });

/** Why the last backup could not be made, in words for the user; empty: it was. */
export const backupFailure = storage.defineItem<string>('local:backupFailure', { fallback: '' });

/** The format of the last export; as stored, unchecked. */
export const exportFormat = storage.defineItem<string>('local:exportFormat', {
  fallback: 'bibtex',
});
