import type { Field } from '@/lib/filter/filter';
import type { Finder } from '@/lib/filter/match';
import { foldText, type TextRange } from '@/lib/text/fold';
import { splitAtFormulas } from '@/lib/text/formulas';
import { Formula } from './formula';

interface MarkedProps {
  readonly text: string;
  readonly find: Finder;
  /** What the text is of the paper; `null` for what no filter asks for by name. */
  readonly field: Field | null;
}

/** A text with what a filter finds in it marked. */
export function MarkedText({ text, find, field }: MarkedProps) {
  return marked(text, 0, text.length, find(foldText(text), field));
}

/** A text with its formulas typeset, and what a filter finds in it marked. */
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

/** A part of a text with those places marked that are in it. */
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
