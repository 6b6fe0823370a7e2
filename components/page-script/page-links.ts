/** What can be copied and opened of the papers on a page. */
import { t } from '@/lib/i18n';
import { type PageStore, paperOf } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import { pageUrlOf, type SiteHost } from '@/lib/paper';
import { read } from '@/lib/protocol/ask';
import type { Row } from '@/lib/sites/site';
import {
  type Copy,
  isOpening,
  type LinkAction,
  markdownLink,
  urlToOpen,
} from '@/lib/triage/paper-links';

/** Returns what copies or opens something of a row's paper, and says what came of it. */
export function createPageLinks(store: PageStore, triage: Pick<PageTriage, 'say' | 'warn'>) {
  async function copy(row: Row, action: Copy): Promise<void> {
    try {
      const text = await textOf(row, action);
      if (text === null) triage.say(t('noLink_copy'), row.title);
      else {
        await navigator.clipboard.writeText(text);
        triage.say(t(`copied_${action}`), row.title);
      }
    } catch {
      triage.warn(t('notCopied'), row.title);
    }
  }

  async function textOf(row: Row, action: Copy): Promise<string | null> {
    const { site } = store.getState();
    const host: SiteHost = site?.host ?? 'arxiv';
    if (action === 'copyBibtex') return read('bibtex', paperOf(store.getState(), row));
    return action === 'copyLink' ? pageUrlOf(row.id, host) : markdownLink(row);
  }

  return (row: Row, action: LinkAction): void => {
    if (!isOpening(action)) {
      void copy(row, action);
      return;
    }
    const url = urlToOpen(action, paperOf(store.getState(), row));
    if (url === null) triage.say(t(`noLink_${action}`), row.title);
    else window.open(url, '_blank', 'noopener');
  };
}
