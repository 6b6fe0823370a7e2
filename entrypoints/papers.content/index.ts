import '@/components/triage-row/page.css';
import '@/components/triage-row/highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '@/components/page-script/start-page';
import type { SiteHost } from '@/lib/paper';
import { PAGE_PATTERNS } from '@/lib/sites';
import { hostOf } from '@/lib/sites/hosts';

/** Whether a host's own script takes the page over first: nodes that it does not know confuse it. */
const TAKES_PAGE_OVER: Readonly<Record<SiteHost, boolean>> = { arxiv: false, huggingface: true };

export default defineContentScript({
  matches: PAGE_PATTERNS,
  runAt: 'document_end',
  main(context) {
    const start = () => startPage(context);
    const host = hostOf(location.href);
    if (host && TAKES_PAGE_OVER[host]) requestIdleCallback(start, { timeout: 500 });
    else start();
  },
});
