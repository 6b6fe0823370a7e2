import { browser } from 'wxt/browser';
import { usePermission } from '@/components/design/use-permission';
import { ZOTERO_PERMISSION } from '@/lib/protocol/zotero-permission';

/** Has the browser ask the user; to be called in the handler of a click, before anything is waited for. */
export function askForZotero(): Promise<boolean> {
  return browser.permissions.request(ZOTERO_PERMISSION);
}

/** Takes the permission back. */
export async function withdrawZotero(): Promise<void> {
  await browser.permissions.remove(ZOTERO_PERMISSION);
}

/** Live; `undefined` before it is known. */
export function useZoteroAllowed(): boolean | undefined {
  return usePermission(ZOTERO_PERMISSION);
}
