import { browser } from 'wxt/browser';
import type { States } from '@/lib/command';
import { announce } from '@/lib/messages';
import { SITES } from '@/lib/sites';

const LISTINGS = SITES.flatMap((site) => site.matches);

/** Tells every open page of a kind that we know which states changed. */
export async function announceToTabs(states: States): Promise<void> {
  const tabs = await browser.tabs.query({ url: LISTINGS });
  await Promise.all(tabs.map((tab) => tab.id !== undefined && announce(tab.id, states)));
}

/** Brings the script with the dialogs and the panel to a page. */
export async function injectPageUi(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/page-ui.js'],
  });
}
