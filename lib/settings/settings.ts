/** Every setting there is, and what else is kept on this device: each export is one. */
import * as v from 'valibot';
import { SITE_HOSTS, type SiteHost } from '@/lib/paper';
import { CHOSEN_LISTINGS, ChosenListingsSchema } from './chosen-listings';
import { FoldedPagesSchema } from './folded-pages';
import { DEFAULT_KEYS, KeySettingsSchema } from './keys';
import { PANEL_FOLD, PanelFoldSchema } from './panel-fold';
import { SavedFiltersSchema } from './saved-filters';
import { defineSetting, type StoredSetting } from './setting';
import { SHOW_ALL, ShowingSchema } from './showing';

const TextsSchema = v.pipe(v.array(v.string()), v.readonly());
const TimeSchema = v.pipe(v.number(), v.finite());

/** Whether abstracts that a listing does not show are fetched from arXiv. */
export const fetchAbstracts = defineSetting({
  key: 'fetchAbstracts',
  schema: v.boolean(),
  fallback: false,
  savedAs: 'fetchAbstracts',
});

/** Whether gaps in imported papers are filled from arXiv. */
export const lookUpImports = defineSetting({
  key: 'lookUpImports',
  schema: v.boolean(),
  fallback: false,
  savedAs: 'lookUpImports',
});

/** How the extension's own pages look; `auto` follows the browser. */
export const theme = defineSetting({
  key: 'theme',
  schema: v.picklist(['auto', 'light', 'dark']),
  fallback: 'auto',
  savedAs: 'theme',
});

/** The listings that links to today's papers lead to. */
export const chosenListings = defineSetting({
  key: 'chosenListings',
  schema: ChosenListingsSchema,
  fallback: CHOSEN_LISTINGS,
  savedAs: 'chosenListings',
});

/** The number on Winnow's icon: papers unread on the list, or undecided on the page. */
export const badge = defineSetting({
  key: 'badge',
  schema: v.picklist(['none', 'unread', 'page']),
  fallback: 'page',
  savedAs: 'badge',
});

/** Whether the panel is folded, on each host. */
export const panelFolds = forEachHost((host, name) =>
  defineSetting({
    key: `panel:${host}`,
    schema: PanelFoldSchema,
    fallback: PANEL_FOLD,
    savedAs: `panelOn${name}`,
  }),
);

/** Which rows are shown on each host. */
export const showings = forEachHost((host, name) =>
  defineSetting({
    key: `showing:${host}`,
    schema: ShowingSchema,
    fallback: SHOW_ALL,
    savedAs: `showingOn${name}`,
  }),
);

/** Rows that were folded when a page was last left, so that it opens as it was. */
export const foldedPages = defineSetting({
  key: 'foldedPages',
  schema: FoldedPagesSchema,
  fallback: [],
  savedAs: null,
});

/** The keys of triage, and whether they work on pages. */
export const pageKeys = defineSetting({
  key: 'pageKeys',
  schema: KeySettingsSchema,
  fallback: DEFAULT_KEYS,
  savedAs: 'pageKeys',
});

/** Groups of papers that look the same and are not: the ids of each, sorted, separated by spaces. */
export const notDuplicates = defineSetting({
  key: 'notDuplicates',
  schema: TextsSchema,
  fallback: [],
  savedAs: 'notDuplicates',
});

/** The tags that were added last, the newest first. */
export const recentTags = defineSetting({
  key: 'recentTags',
  schema: TextsSchema,
  fallback: [],
  savedAs: 'recentTags',
});

/** Filters of the reading list; in files they have a place of their own. */
export const savedFilters = defineSetting({
  key: 'savedFilters',
  schema: SavedFiltersSchema,
  fallback: [],
  savedAs: null,
});

/** Whether the user is reminded to download a backup now and then. */
export const backupReminder = defineSetting({
  key: 'backupReminder',
  schema: v.boolean(),
  fallback: true,
  savedAs: 'backupReminder',
});

/** When a backup, or the whole library, was last saved as a file, in milliseconds; 0: never. */
export const backupDownloaded = defineSetting({
  key: 'backupDownloaded',
  schema: TimeSchema,
  fallback: 0,
  savedAs: null,
});

/** When the reminder was last put off, in milliseconds; 0: never. */
export const backupReminderPutOff = defineSetting({
  key: 'backupReminderPutOff',
  schema: TimeSchema,
  fallback: 0,
  savedAs: null,
});

/**
 * Names the library that was here last. Kept apart from it, so that its loss is noticed; empty: there
 * was none.
 */
export const libraryMarker = defineSetting({
  key: 'libraryMarker',
  schema: v.string(),
  fallback: '',
  savedAs: null,
});

/** When the library was found to be lost, in milliseconds; 0: it is not, or the user knows. */
export const libraryLost = defineSetting({
  key: 'libraryLost',
  schema: TimeSchema,
  fallback: 0,
  savedAs: null,
});

/** Why the last backup could not be made, worded for the user; empty: it was made. */
export const backupFailure = defineSetting({
  key: 'backupFailure',
  schema: v.string(),
  fallback: '',
  savedAs: null,
});

/** The format of the last export; may be of a later version, unknown to this one. */
export const exportFormat = defineSetting({
  key: 'exportFormat',
  schema: v.string(),
  fallback: 'bibtex',
  savedAs: null,
});

/** Whether the welcome page was opened after the installation. */
export const welcomed = defineSetting({
  key: 'welcomed',
  schema: v.boolean(),
  fallback: false,
  savedAs: null,
});

/** Whether Winnow was updated, and what is new was not looked at since. */
export const releaseUnread = defineSetting({
  key: 'releaseUnread',
  schema: v.boolean(),
  fallback: false,
  savedAs: null,
});

/** Defines a setting for each host; `name` is what the host is called in names that files have. */
/* @__NO_SIDE_EFFECTS__ */
function forEachHost<T>(
  define: (host: SiteHost, name: string) => StoredSetting<T>,
): Readonly<Record<SiteHost, StoredSetting<T>>> {
  const names: Readonly<Record<SiteHost, string>> = { arxiv: 'Arxiv', huggingface: 'HuggingFace' };
  const entries = SITE_HOSTS.map((host) => [host, define(host, names[host])]);
  return Object.fromEntries(entries);
}
