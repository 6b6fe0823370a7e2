import './early.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type EarlyRow, foldEarly, unfoldLeft } from '@/components/triage-row/early-rows';
import { parseArxivId } from '@/lib/paper';
import { type FoldedRows, foldedOn } from '@/lib/settings/folded-pages';
import { foldedPages } from '@/lib/settings/settings';

const WAITS = 'data-winnow-waits';
/** Longer than storage ever takes to answer, and less than anyone would notice, in milliseconds. */
const WAIT_MS = 100;
/** By then the page's script has taken the rows over, or never will. */
const TAKEN_OVER_MS = 5_000;

/**
 * Folds the rows of arXiv's lists that were folded when they were last left, while the page is still
 * being parsed, so that none is painted in full and then folds. All else of Winnow comes when the page
 * is parsed: see `lib/sites/` for what is read here of its structure.
 */
export default defineContentScript({
  matches: [
    'https://*.arxiv.org/list*',
    'https://*.arxiv.org/catchup/*',
    'https://*.arxiv.org/a/*',
  ],
  runAt: 'document_start',
  async main() {
    const { documentElement } = document;
    documentElement.setAttribute(WAITS, '');
    const stopWaiting = () => documentElement.removeAttribute(WAITS);
    const timer = setTimeout(stopWaiting, WAIT_MS);
    try {
      const folded = foldedOn(await foldedPages.getValue(), location.href);
      if (Object.keys(folded).length > 0) foldWhileParsed(folded);
    } finally {
      clearTimeout(timer);
      stopWaiting();
    }
  },
});

/** Before each frame, folds those of the rows that have been parsed since the last one. */
function foldWhileParsed(folded: FoldedRows): void {
  const terms = document.getElementsByTagName('dt'); // live
  const rows: EarlyRow[] = [];
  let next = 0;

  function fold(): void {
    for (; next < terms.length; next += 1) {
      const term = terms[next] as HTMLElement;
      const text = term.nextElementSibling;
      if (!(text instanceof HTMLElement)) return; // not parsed yet
      if (text.localName !== 'dd') continue; // an entry that cannot be read
      const href = term.querySelector('a[title="Abstract"]')?.getAttribute('href') ?? '';
      const id = parseArxivId(href.replace(/^.*\/abs\//, '').trim())?.id;
      const how = id && folded[id];
      if (!how) continue;
      const row: EarlyRow = {
        elements: [term, text],
        anchor: { element: term, place: 'inside' },
        gutter: text,
      };
      foldEarly(row, how);
      rows.push(row);
    }
  }

  function foldInFrame(): void {
    fold();
    if (document.readyState === 'loading') requestAnimationFrame(foldInFrame);
  }
  foldInFrame();
  document.addEventListener('DOMContentLoaded', fold, { once: true });
  setTimeout(() => unfoldLeft(rows), TAKEN_OVER_MS);
}
