import './early.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type EarlyRow, foldEarly, unfoldLeft } from '@/components/triage-row/early-rows';
import { parseArxivId } from '@/lib/paper';
import { type FoldedRows, foldedOn } from '@/lib/settings/folded-pages';
import { foldedPages } from '@/lib/settings/settings';
import { arxivPatterns } from '@/lib/sites/arxiv-routes';

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
  matches: [...arxivPatterns('list'), ...arxivPatterns('search')],
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
  const rows: EarlyRow[] = [];
  const lists = [
    { entries: document.getElementsByTagName('dt'), read: readEntry, next: 0 },
    { entries: document.getElementsByClassName('arxiv-result'), read: readResult, next: 0 },
  ];

  function fold(): void {
    for (const list of lists) {
      for (; list.next < list.entries.length; list.next += 1) {
        const row = list.read(list.entries[list.next] as HTMLElement);
        if (!row) break; // not parsed yet
        const link = row.anchor.element.querySelector('a[href*="/abs/"]');
        const href = link?.getAttribute('href') ?? '';
        const id = parseArxivId(href.replace(/^.*\/abs\//, '').trim())?.id;
        const how = id && folded[id];
        if (!how) continue;
        foldEarly(row, how);
        rows.push(row);
      }
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

/** An entry of a list is a `dt` and its `dd`; what is no pair cannot be read, and is not remembered. */
function readEntry(term: HTMLElement): EarlyRow | null {
  const text = term.nextElementSibling;
  if (!(text instanceof HTMLElement)) return null;
  return { elements: [term, text], anchor: { element: term, place: 'inside' }, gutter: text };
}

/** A result of a search is an `li` that begins with the link to its paper. */
function readResult(result: HTMLElement): EarlyRow | null {
  const heading = result.querySelector<HTMLElement>('.list-title');
  if (!heading?.nextElementSibling) return null;
  return { elements: [result], anchor: { element: heading, place: 'inside' }, gutter: result };
}
