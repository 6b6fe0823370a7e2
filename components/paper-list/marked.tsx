import { compileFilter } from '@/lib/keywords/filter-match';
import { parseFilter } from '@/lib/keywords/filter-parse';
import { foldText } from '@/lib/keywords/fold';

/** A text with what a filter finds in it marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const { find } = compileFilter(parseFilter(query).filter, null);
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const [from, to] of find(foldText(text), null)) {
    pieces.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...pieces, text.slice(end)];
}
