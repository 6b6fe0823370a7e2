import { browser } from 'wxt/browser';
import { type PaperId, pageUrlOf } from '@/lib/paper';
import type { News } from '@/lib/protocol/news';
import { tell } from '@/lib/protocol/tell';
import { PAGE_PATTERNS } from '@/lib/sites';
import { hostOf } from '@/lib/sites/hosts';

/** Sends news to every open page of a known kind. */
export async function announceToTabs(news: News): Promise<void> {
  const tabs = await browser.tabs.query({ url: PAGE_PATTERNS });
  await Promise.all(tabs.map((tab) => tab.id !== undefined && tell('news', news, tab.id)));
}

/** Scripts that are injected when a page first needs them. */
export type PageScript = 'page-ui' | 'regex-engine';

/** Injects one of them into a page, into the world of the content script. */
export async function inject(
  script: PageScript,
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`/${script}.js`],
  });
}

/**
 * The text of a page's link to this address, the longest if there are several; `null` where we have no
 * permission for the page. The event of a context menu has only a link's address.
 */
export async function textOfLink(
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
  address: string,
): Promise<string | null> {
  const results = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      args: [address],
      func: (href) =>
        [...document.querySelectorAll('a')]
          .filter((link) => link.href === href)
          .map((link) => link.textContent.slice(0, 1_000))
          .sort((a, b) => b.length - a.length)[0] ?? null,
    })
    .catch(() => []);
  const text: unknown = results[0]?.result;
  return typeof text === 'string' ? text : null;
}

/**
 * Opens papers in tabs beside a page's, on the same host where they have a page there. Papers whose
 * URL is not known are left out.
 */
export async function openPapers(
  ids: readonly PaperId[],
  isActive: boolean,
  { tabId }: { readonly tabId: number },
): Promise<void> {
  const { url: from = '', index } = await browser.tabs.get(tabId);
  const host = hostOf(from) ?? 'arxiv';
  const urls = ids.flatMap((id) => pageUrlOf(id, host) ?? []);
  for (const [place, url] of urls.entries()) {
    await browser.tabs.create({
      url,
      index: index + 1 + place,
      openerTabId: tabId,
      active: isActive && place === 0,
    });
  }
}
