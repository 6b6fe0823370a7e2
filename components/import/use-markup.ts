import { useRef } from 'react';
import { type CopiedPage, readCopiedPage } from '@/lib/exchange/import/pasted/copied-page';

/** Keeps the markup of a page that was pasted or dropped as text: it leads to the papers. */
export function useMarkup() {
  const kept = useRef({ text: '', html: '' });
  return {
    keep(data: DataTransfer): void {
      kept.current = { text: data.getData('text/plain'), html: data.getData('text/html') };
    },
    /** What the markup tells, while the text is still what came with it. */
    readWith(text: string): CopiedPage | null {
      const { html, text: own } = kept.current;
      return html !== '' && bare(own) === bare(text) ? readCopiedPage(text, html) : null;
    },
  };
}

/** Text boxes have line ends of their own. */
function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
