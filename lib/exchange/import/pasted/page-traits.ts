/** Traits of a page as a whole. */
import { hasBareCards } from './card-titles';
import type { Line } from './line';
import { endsLikeSentence } from './sentences';

/** In characters. Titles are hardly ever longer, abstracts hardly ever shorter. */
export const LONG_TEXT = 250;

/** What the whole page implies for the labels of its lines. */
export interface PageTraits {
  /** Whether papers end with details, so that a text after them belongs to the next one. */
  readonly hasDetails: boolean;
  /** Whether at least some papers have abstracts; daily pages show titles alone. */
  readonly hasAbstracts: boolean;
  /** Whether most cards consist only of upvotes and a title. */
  readonly hasBareCards: boolean;
  /** Whether each abstract is a single line: there are hardly ever two long lines in a row. */
  readonly hasWholeAbstracts: boolean;
  /** How often each short line occurs, and how often a line found on most cards does. */
  readonly repeats: ReadonlyMap<string, number>;
  readonly repeatThreshold: number;
}

/** Determines the traits of a page from all its lines. */
export function analysePage(lines: readonly Line[]): PageTraits {
  const repeats = new Map<string, number>();
  for (const { text, isWrapped, isIndented } of lines) {
    if (text.length < 60 && !isWrapped && !isIndented)
      repeats.set(text, (repeats.get(text) ?? 0) + 1);
  }
  const bylines = lines.filter(({ isByline }) => isByline).length;
  const isLong = (line: Line | undefined) => line !== undefined && line.text.length > LONG_TEXT;
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
    repeatThreshold: Math.max(bylines > 0 ? 2 : 3, Math.max(bylines, long) * 0.4),
  };
}

/** Whether a line occurs on most cards, such as "Paper thumbnail". */
export function isOnMostCards({ text }: Line, { repeats, repeatThreshold }: PageTraits): boolean {
  return (repeats.get(text) ?? 0) >= repeatThreshold;
}

/** Whether a text is unlikely to be a title. */
export function isLongProse(text: string): boolean {
  return text.length > LONG_TEXT || (text.length > LONG_TEXT / 2 && endsLikeSentence(text));
}
