/** What a whole page of lines looks like. */
import { hasBareCards } from './card-titles';
import type { Line } from './line';
import { endsLikeSentence } from './sentences';

/** Titles are hardly longer, abstracts hardly shorter; in characters. */
export const LONG = 250;

/** What of the whole page speaks for one reading of a line or another. */
export interface PageLook {
  /** Papers end with details, so that the text that follows is the next one's. */
  readonly hasDetails: boolean;
  /** There are texts at all, for some of the papers; daily pages show titles alone. */
  readonly hasAbstracts: boolean;
  /** Cards of upvotes and a title, with nothing else in most of them. */
  readonly hasBareCards: boolean;
  /** Each abstract is one line: there are hardly ever two long lines in a row. */
  readonly hasWholeAbstracts: boolean;
  /** How often a short line stands on the page, and how often what is on every card does. */
  readonly repeats: ReadonlyMap<string, number>;
  readonly often: number;
}

export function lookOf(lines: readonly Line[]): PageLook {
  const repeats = new Map<string, number>();
  for (const { text, isWrapped, isIndented } of lines) {
    if (text.length < 60 && !isWrapped && !isIndented)
      repeats.set(text, (repeats.get(text) ?? 0) + 1);
  }
  const bylines = lines.filter(({ isByline }) => isByline).length;
  const isLong = (line: Line | undefined) => line !== undefined && line.text.length > LONG;
  const prose = lines.filter(
    ({ text, isWrapped }) =>
      isWrapped || isLongProse(text) || (text.endsWith('.') && /^\S+ \S+ \S+ /.test(text)),
  ).length;
  const long = lines.filter(isLong).length;
  const inRow = lines.filter((line, index) => isLong(line) && isLong(lines[index + 1])).length;
  return {
    hasDetails: bylines > 0 && bylines * 2 >= long,
    hasAbstracts: prose > bylines / 5,
    hasBareCards: hasBareCards(lines),
    hasWholeAbstracts: inRow * 10 <= long,
    repeats,
    often: Math.max(bylines > 0 ? 2 : 3, Math.max(bylines, long) * 0.4),
  };
}

/** Whether a line stands on most of the cards, as "Paper thumbnail" does. */
export function isOnEach({ text }: Line, { repeats, often }: PageLook): boolean {
  return (repeats.get(text) ?? 0) >= often;
}

/** Whether a text is hardly a title. */
export function isLongProse(text: string): boolean {
  return text.length > LONG || (text.length > LONG / 2 && endsLikeSentence(text));
}
