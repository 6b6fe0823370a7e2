/** Why no script of ours answers on a page. */
import { browser } from 'wxt/browser';
import type { OpenTab } from './open-tab';

export type Unanswered =
  /** It is of a known kind and still loading, or its script is about to run. */
  | 'loading'
  /** It is of a known kind, and was open before the installation: a reload helps. */
  | 'unlinked'
  /** It is one of our own pages. */
  | 'own'
  /** It is of no known kind, or the browser keeps Winnow off it. */
  | 'elsewhere';

/** Asks the browser. `isFirst`: it is the first time that this page did not answer. */
export async function whyUnanswered(tab: OpenTab, isFirst: boolean): Promise<Unanswered> {
  if (await isOwnPage(tab)) return 'own';
  if (!(await isKnownPage(tab.url))) return 'elsewhere';
  const { status } = await browser.tabs.get(tab.id);
  if (status === 'loading') return 'loading';
  if (!(await canRun(tab))) return 'elsewhere';
  return isFirst ? 'loading' : 'unlinked';
}

/** Of our own pages, too, browsers may tell no URL. */
async function isOwnPage({ id, url }: OpenTab): Promise<boolean> {
  if (url?.startsWith('http')) return false;
  const own = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return own.some(({ tabId }) => tabId === id);
}

/** Whether Winnow runs on pages with this URL. */
async function isKnownPage(url: string | null): Promise<boolean> {
  if (url === null) return false;
  const { siteFor } = await import('@/lib/sites'); // on demand: includes all page readers
  return siteFor(url) !== null;
}

/**
 * Whether a script can run there: not where the site was withheld from Winnow, which a click on its icon allows
 * it to read for once, nor where the browser shows an error in place of the page.
 */
async function canRun({ id, url }: OpenTab): Promise<boolean> {
  const origins = url === null ? [] : [`${new URL(url).origin}/*`];
  if (!(await browser.permissions.contains({ origins }))) return false;
  return browser.scripting.executeScript({ target: { tabId: id }, func: () => true }).then(
    () => true,
    () => false,
  );
}
