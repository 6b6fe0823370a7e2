import '@/components/triage-row/page.css';
import '@/components/triage-row/highlights.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '@/components/page-script/start-page';
import { PAGE_PATTERNS } from '@/lib/sites';

export default defineContentScript({
  matches: PAGE_PATTERNS,
  runAt: 'document_end',
  main(context) {
    const start = () => startPage(context);
    // Hugging Face's own script takes the page over first; nodes that it does not know confuse it.
    if (location.hostname === 'huggingface.co') requestIdleCallback(start, { timeout: 500 });
    else start();
  },
});
