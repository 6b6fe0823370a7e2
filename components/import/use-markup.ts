import { useRef } from 'react';
import { type CopiedPage, readCopiedPage } from '@/lib/exchange/import/pasted/copied-page';

/** Keeps the markup that comes with a pasted or dropped text: its links identify the papers. */
export function useMarkup() {
  const kept = useRef({ text: '', html: '' });
  return {
    keep(data: DataTransfer): void {
      kept.current = { text: data.getData('text/plain'), html: data.getData('text/html') };
    },
    /** Reads the markup, if the text is still the one it came with. */
    readWith(text: string): CopiedPage | null {
      const { html, text: own } = kept.current;
      return html !== '' && bare(own) === bare(text) ? readCopiedPage(text, html) : null;
    },
  };
}

/** Text boxes normalize line ends. */
function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
