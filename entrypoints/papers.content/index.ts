import '@/components/triage-row/control.css';
import '@/components/triage-row/page.css';
import '@/components/triage-row/highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '@/components/page-script/start-page';
import type { SiteHost } from '@/lib/paper';
import { PAGE_PATTERNS } from '@/lib/sites';
import { hostOf } from '@/lib/sites/hosts';

/** Hosts whose own script hydrates the page: Winnow waits, because unknown nodes confuse it. */
const HYDRATES_PAGE: Readonly<Record<SiteHost, boolean>> = { arxiv: false, huggingface: true };

export default defineContentScript({
  matches: PAGE_PATTERNS,
  runAt: 'document_end',
  // An event tells an older run of this script to stop; a message would tell the page, and takes 10 ms.
  noScriptStartedPostMessage: true,
  main(context) {
    // The extension may have been updated before this script's turn came.
    const start = () => void (context.isInvalid || startPage(context));
    const host = hostOf(location.href);
    if (host && HYDRATES_PAGE[host]) requestIdleCallback(start, { timeout: 500 });
    else start();
  },
});
