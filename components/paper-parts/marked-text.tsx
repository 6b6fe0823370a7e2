import type { Field } from '@/lib/filter/filter';
import type { Finder } from '@/lib/filter/match';
import { foldText, type TextRange } from '@/lib/text/fold';
import { splitAtFormulas } from '@/lib/text/formulas';
import { Formula } from './formula';

interface MarkedProps {
  readonly text: string;
  readonly find: Finder;
  /** Which field of the paper the text is; `null` if filters have no name for it. */
  readonly field: Field | null;
}

/** A text in which the matches of a filter are marked. */
export function MarkedText({ text, find, field }: MarkedProps) {
  return marked(text, 0, text.length, find(foldText(text), field));
}

/** A text in which formulas are typeset and the matches of a filter marked. */
export function MarkedTex({ text, find, field }: MarkedProps) {
  const ranges = find(foldText(text), field);
  return splitAtFormulas(text).map(({ formula, start, end }) => {
    const source = text.slice(start, end);
    if (formula === null) return <span key={start}>{marked(text, start, end, ranges)}</span>;
    const isFound = ranges.some(([from, to]) => from < end && to > start);
    const typeset = <Formula key={start} formula={formula} source={source} />;
    return isFound ? <mark key={start}>{typeset}</mark> : typeset;
  });
}

/** Part of a text, with the ranges inside it marked. */
function marked(text: string, start: number, end: number, ranges: readonly TextRange[]) {
  const pieces: React.ReactNode[] = [];
  let at = start;
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue;
    const first = Math.max(from, at);
    const last = Math.min(to, end);
    pieces.push(text.slice(at, first), <mark key={first}>{text.slice(first, last)}</mark>);
    at = last;
  }
  return [...pieces, text.slice(at, end)];
}
