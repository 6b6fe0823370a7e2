/** Finds a text of a paper in what an element of a page shows. */
import type { TextRange } from '@/lib/text/fold';

/** How far an element shows a text. */
export interface Overlap {
  /** Where the element's text has a part of the other, as far as it has; `null` if not at all. */
  readonly placeOf: (start: number, end: number) => TextRange | null;
  /** Whether it has all of that part. */
  readonly isShown: (start: number, end: number) => boolean;
}

const LETTER = /[\p{L}\p{N}]/u;
const ELLIPSIS = '…';

/**
 * How far the text of an element is that of a paper, apart from spaces, which sites put around links: all
 * of it, perhaps among other words (a label, another author), or a part cut off by ellipses, after which
 * there may be a link to the rest; `null`: it is something else, such as a translation or a summary.
 */
export function overlapOf(place: string, text: string): Overlap | null {
  if (place === text) return { placeOf: (start, end) => [start, end], isShown: () => true };
  const [inPlace, inText] = [withoutSpaces(place), withoutSpaces(text)];
  const whole = indexOfWords(place, inPlace, inText.text);
  if (whole >= 0) return overlap(inPlace, inText, { from: whole, to: 0 }, inText.text.length);
  const part = withoutSpaces(partShown(place)).text;
  const to = part === '' ? -1 : inText.text.indexOf(part);
  if (to < 0) return null;
  return overlap(inPlace, inText, { from: inPlace.text.indexOf(part), to }, part.length);
}

interface Spaceless {
  readonly text: string;
  /** Where each of its characters was. */
  readonly offsets: readonly number[];
  /** How many of them are before an offset. */
  readonly countBefore: (offset: number) => number;
}

function withoutSpaces(text: string): Spaceless {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (text[at] !== ' ') offsets.push(at);
  const counts: number[] = [0];
  for (let at = 0; at < text.length; at += 1) {
    counts.push((counts[at] as number) + (text[at] === ' ' ? 0 : 1));
  }
  return {
    text: text.replaceAll(' ', ''),
    offsets,
    countBefore: (offset) => counts[offset] ?? offsets.length,
  };
}

/** So many characters are the same: `from` there in the element, `to` there in the text. */
function overlap(
  inPlace: Spaceless,
  inText: Spaceless,
  { from, to }: { readonly from: number; readonly to: number },
  length: number,
): Overlap {
  const charactersIn = (start: number, end: number) =>
    [inText.countBefore(start) - to, inText.countBefore(end) - to] as const;
  return {
    placeOf(start, end) {
      const [first, last] = charactersIn(start, end);
      const [shownFrom, shownTo] = [Math.max(0, first), Math.min(length, last)];
      if (shownFrom >= shownTo) return null;
      const offsetOf = (index: number) => inPlace.offsets[from + index] as number;
      return [offsetOf(shownFrom), offsetOf(shownTo - 1) + 1];
    },
    isShown(start, end) {
      const [first, last] = charactersIn(start, end);
      return first >= 0 && last <= length;
    },
  };
}

function partShown(place: string): string {
  const start = place.startsWith(ELLIPSIS) ? ELLIPSIS.length : 0;
  const last = place.lastIndexOf(ELLIPSIS);
  return place.slice(start, last > start ? last : undefined);
}

/** Where the words stand, none of them cut in half at either end. */
function indexOfWords(place: string, { text, offsets }: Spaceless, words: string): number {
  const isInWord = (index: number) => {
    const [before, after] = [offsets[index - 1] ?? -2, offsets[index] ?? -2];
    const areBeside = before + 1 === after;
    return areBeside && LETTER.test(place.charAt(before)) && LETTER.test(place.charAt(after));
  };
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isInWord(at) && !isInWord(at + words.length)) return at;
  }
  return -1;
}
