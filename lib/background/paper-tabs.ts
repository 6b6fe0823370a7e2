/**
 * Tabs with a paper that no script of ours can be on, as in the browser's viewer of PDFs: Winnow's icon
 * shows whether it is starred.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Queries } from '@/lib/library/queries/queries';
import { siteFor } from '@/lib/sites';
import { PAPER_LINK_PATTERNS, paperAt } from '@/lib/sites/links';
import { oncePerBurst } from '@/lib/util/once-per-burst';
import type { Badge } from './badge';

/** How long after a change the tabs are looked at, in milliseconds. */
const UPDATE_MS = 150;

export interface PaperTabs {
  /** To be called when papers changed. */
  readonly update: () => void;
}

/** Follows the tabs; to be called at once on start. */
export function followPaperTabs(
  queries: Pick<Queries, 'states'>,
  { showPaper }: Pick<Badge, 'showPaper'>,
): PaperTabs {
  async function show({ id: tabId, url = '' }: Browser.tabs.Tab): Promise<void> {
    // Pages with a script of ours say for themselves what is on them.
    const paper = siteFor(url) ? null : paperAt(url);
    if (paper === null || tabId === undefined) return;
    const states = await queries.states([paper]);
    await showPaper(tabId, states[paper]?.starred ?? false);
  }

  async function showAll(): Promise<void> {
    const tabs = await browser.tabs.query({ url: PAPER_LINK_PATTERNS });
    await Promise.all(tabs.map(show));
  }

  browser.tabs.onUpdated.addListener((_, { status }, tab) => {
    if (status === 'complete') show(tab).catch(logFailure);
  });
  return { update: oncePerBurst(UPDATE_MS, () => void showAll().catch(logFailure)) };
}

function logFailure(error: unknown): void {
  console.error('Winnow cannot show the star on its icon.', error);
}
