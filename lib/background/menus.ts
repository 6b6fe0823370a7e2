/** The entry in the context menu of selected text on arXiv and Hugging Face. */
import { browser } from 'wxt/browser';
import { ruleOf } from '@/lib/keywords/new-rule';
import { RULE_LIMITS } from '@/lib/keywords/rule';
import type { Commands } from '@/lib/library/commands';
import type { Queries } from '@/lib/library/queries';
import type { News } from '@/lib/messages';
import { PAGE_PATTERNS } from '@/lib/sites';

const HIGHLIGHT = 'highlight-selection';

interface Services {
  readonly commands: Commands;
  readonly queries: Queries;
  readonly announce: (news: News) => void;
}

/** Makes "Highlight … with Winnow" save a rule of the selected text; to be called at once on start. */
export function offerMenus({ commands, queries, announce }: Services): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: HIGHLIGHT,
      title: 'Highlight “%s” with Winnow',
      contexts: ['selection'],
      documentUrlPatterns: PAGE_PATTERNS,
    });
  });
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, selectionText }) => {
    const term = (selectionText ?? '').replace(/\s+/g, ' ').trim().slice(0, RULE_LIMITS.term);
    if (menuItemId !== HIGHLIGHT || term === '') return;
    const rule = ruleOf([term], await queries.rules());
    const answer = await commands.addRule({ op: crypto.randomUUID(), rule });
    if (answer.ok && answer.rules) announce({ rules: answer.rules });
  });
}
