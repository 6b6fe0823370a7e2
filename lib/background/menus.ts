/** Winnow's entries in the browser's context menu. */
import { type Browser, browser } from 'wxt/browser';
import { t } from '@/lib/i18n';
import type { Commands } from '@/lib/library/commands/commands';
import type { Queries } from '@/lib/library/queries/queries';
import type { PaperId } from '@/lib/paper';
import { RULE_LIMITS } from '@/lib/protocol/rule';
import { askPage } from '@/lib/protocol/tell';
import { newRule } from '@/lib/rules/new-rule';
import { PAGE_PATTERNS } from '@/lib/sites';
import { PAPER_LINK_PATTERNS, paperAt } from '@/lib/sites/links';
import { collapseSpace } from '@/lib/text/white-space';
import { saveLink } from './save-link';
import { textOfLink } from './tabs';

const HIGHLIGHT = 'highlight-selection';
const SAVE_LINK = 'save-link';
const SAVE_PAGE = 'save-page';

interface Services {
  readonly commands: Pick<Commands, 'run' | 'addRule'>;
  readonly queries: Pick<Queries, 'states' | 'rules'>;
  /** Fetches a paper's metadata from arXiv. */
  readonly fill: (id: PaperId) => void;
  /** Shows for a moment on the icon in a tab that the choice was carried out, or why not. */
  readonly flash: (tabId: number, failure: string | null) => void;
}

type Click = Browser.contextMenus.OnClickData & {
  /** Only in Firefox. */
  readonly linkText?: string;
};

/** Adds the entries and carries them out; to be called at once on start. */
export function offerMenus(services: Services): void {
  const { commands, queries, flash } = services;
  // On every start of the browser: its language may have changed.
  browser.runtime.onInstalled.addListener(createEntries);
  browser.runtime.onStartup.addListener(createEntries);

  browser.contextMenus.onClicked.addListener(async (click: Click, tab) => {
    const { menuItemId, selectionText = '', linkUrl = '', pageUrl } = click;
    if (menuItemId === HIGHLIGHT) await highlight(selectionText, tab?.id);
    else if (menuItemId === SAVE_LINK) await save(paperAt(linkUrl), click, tab);
    else if (menuItemId === SAVE_PAGE) await save(paperAt(tab?.url ?? pageUrl ?? ''), click, tab);
  });

  async function highlight(selection: string, tabId: number | undefined): Promise<void> {
    const selected = tabId === undefined ? null : await askPage(tabId, 'selectedWords', undefined);
    const words = selected?.hasFormula ? selected.words : selection;
    const term = collapseSpace(words).slice(0, RULE_LIMITS.term);
    if (term === '') {
      if (selected?.hasFormula && tabId !== undefined) flash(tabId, t('highlightOnlyFormula'));
      return;
    }
    const rule = newRule([term], await queries.rules());
    await commands.addRule({ op: crypto.randomUUID(), rule });
  }

  async function save(
    id: PaperId | null,
    { linkUrl, linkText, frameId = 0 }: Click,
    tab: Browser.tabs.Tab | undefined,
  ): Promise<void> {
    const tabId = tab?.id;
    if (!id) {
      if (tabId !== undefined) flash(tabId, t('saveLinkNoPaper'));
      return;
    }
    const [paper, found] =
      tabId === undefined
        ? [null, null]
        : await Promise.all([
            askPage(tabId, 'paper', id),
            linkUrl && !linkText ? textOfLink({ tabId, frameId }, linkUrl) : null,
          ]);
    const failure = await saveLink(id, { paper, text: linkText ?? found ?? '' }, services);
    if (tabId !== undefined) flash(tabId, failure);
  }
}

async function createEntries(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: HIGHLIGHT,
    title: t('menuHighlight', '%s'), // the browser puts the selected text there
    contexts: ['selection'],
    documentUrlPatterns: PAGE_PATTERNS,
  });
  browser.contextMenus.create({
    id: SAVE_LINK,
    title: t('menuSaveLink'),
    contexts: ['link'],
    targetUrlPatterns: PAPER_LINK_PATTERNS,
  });
  browser.contextMenus.create({
    id: SAVE_PAGE,
    title: t('menuSavePage'),
    contexts: ['page'],
    documentUrlPatterns: PAPER_LINK_PATTERNS,
  });
}
