/** What the user set; kept on this device. Each has its default. */
import { storage } from 'wxt/utils/storage';
import { SHOW_ALL, type Showing } from './page/standing';
import type { SiteHost } from './paper';

/** Whether abstracts that a listing does not show are fetched from arXiv. */
export const fetchAbstracts = storage.defineItem<boolean>('local:fetchAbstracts', {
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
