import { finderOf } from '@/lib/keywords/words';

/** A text with the words of a query marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const [from, to] of finderOf(query)(text)) {
    pieces.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...pieces, text.slice(end)];
}
