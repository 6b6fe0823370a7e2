/** The stretch of a text around a match, to show why something was found. */
import type { Field } from '@/lib/filter/filter';
import type { Finder } from '@/lib/filter/match';
import { fold, foldText, type TextRange } from '@/lib/text/fold';
import { splitAtFormulas } from '@/lib/text/formulas';

/** How long passages are, in characters. */
const LENGTH = 180;
const CUT = '…';

/**
 * The passage of a text around one of the matches in it, cut between words and outside of formulas. It
 * begins or ends with "…" where it was cut.
 */
export function passageAround(text: string, [first, last]: TextRange): string {
  const spare = Math.max(0, LENGTH - (last - first));
  const wanted = Math.max(0, Math.min(first - Math.floor(spare / 2), text.length - LENGTH));
  const [start, end] = outsideOfFormulas(text, [
    wordStart(text, wanted, first),
    wordEnd(text, Math.max(last, Math.min(text.length, wanted + LENGTH)), last),
  ]);
  const before = start > 0 ? `${CUT} ` : '';
  const after = end < text.length ? ` ${CUT}` : '';
  return before + text.slice(start, end).trim() + after;
}

/** The first beginning of a word from here on, at most at `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from - 1);
  return space < 0 || space >= limit ? limit : space + 1;
}

/** The last end of a word up to here, at least at `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  if (to === text.length) return to;
  return Math.max(limit, text.lastIndexOf(' ', to));
}

/** A formula is typeset whole or not at all. */
function outsideOfFormulas(text: string, [start, end]: TextRange): TextRange {
  const formulas = splitAtFormulas(text).filter(({ formula }) => formula !== null);
  const around = (at: number) => formulas.find((one) => one.start < at && at < one.end);
  return [around(start)?.start ?? start, around(end)?.end ?? end];
}

/** A text of a paper, and the field of filters that it belongs to. */
export type FieldText = readonly [field: Field, text: string];

/**
 * The passage in one of the hidden texts that says why a paper was found; `null` where the shown ones
 * already do.
 */
export function unseenPassage(
  find: Finder,
  hidden: readonly FieldText[],
  shown: readonly FieldText[],
): FieldText | null {
  const matchesIn = ([field, text]: FieldText) => find(foldText(text), field);
  const wordAt = (text: string, range: TextRange) => fold(text.slice(...range));
  let seen: ReadonlySet<string> | null = null;
  for (const one of hidden) {
    const matches = matchesIn(one);
    if (matches.length === 0) continue;
    const [field, text] = one;
    seen ??= new Set(
      shown.flatMap((other) => matchesIn(other).map((range) => wordAt(other[1], range))),
    );
    const unseen = matches.find((range) => !seen?.has(wordAt(text, range)));
    if (unseen) return [field, passageAround(text, unseen)];
  }
  return null;
}
