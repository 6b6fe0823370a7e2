import '@/components/triage-row/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { SITES } from '@/lib/sites';
import { startPage } from './page';

export default defineContentScript({
  matches: SITES.flatMap((site) => site.matches),
  main(context) {
    startPage(context);
  },
});
