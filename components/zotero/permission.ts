import { browser } from 'wxt/browser';
import { usePermission } from '@/components/design/use-permission';
import { ZOTERO_PERMISSION } from '@/lib/protocol/zotero-permission';

/** Asks the user for access; must be called in a click handler before any `await`. */
export function requestZotero(): Promise<boolean> {
  return browser.permissions.request(ZOTERO_PERMISSION);
}

/** Gives the permission back. */
export async function revokeZotero(): Promise<void> {
  await browser.permissions.remove(ZOTERO_PERMISSION);
}

/** Whether Zotero may be accessed, live; `undefined` until known. */
export function useZoteroAllowed(): boolean | undefined {
  return usePermission(ZOTERO_PERMISSION);
}
