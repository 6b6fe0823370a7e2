import { browser } from 'wxt/browser';
import { zoteroPattern } from './zotero-origin';

/** What the user is asked for. */
export const ZOTERO_PERMISSION = { origins: [zoteroPattern(import.meta.env.FIREFOX)] };

/** Whether the user has allowed Winnow to reach Zotero. */
export function isZoteroAllowed(): Promise<boolean> {
  return browser.permissions.contains(ZOTERO_PERMISSION);
}
