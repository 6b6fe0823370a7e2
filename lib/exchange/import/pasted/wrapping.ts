/** Recognises texts that were broken into lines at some width. */
import type { Line } from './line';

/**
 * The indexes of lines that continue the one before, in texts broken at some width: no line has
 * room for the first word of the next. Single-line titles and abstracts may look so by chance, but
 * most of them begin with a capital. Works from the last line upwards, since only the last line of
 * a text may be short.
 */
export function findWrappedLines(lines: readonly Line[]): Set<number> {
  const wrapped = new Set<number>();
  for (let last = lines.length - 1; last > 0; ) {
    let [first, width, room] = [last + 1, 0, Number.POSITIVE_INFINITY];
    for (let index = last; index >= 0; index--) {
      const { text, details, isBoilerplate } = lines[index] as Line;
      if (details || isBoilerplate || text.length > MAX_WIDTH) break;
      const next = index < last ? lines[index + 1] : undefined;
      const needed = next ? `${text} ${next.text.split(' ', 1)[0]}`.length : room;
      if (next?.isParagraphStart || Math.min(room, needed) <= Math.max(width, text.length)) break;
      [first, width, room] = [index, Math.max(width, text.length), Math.min(room, needed)];
    }
    const further = lines.slice(first + 1, last + 1);
    const capitals = further.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
    const isParagraph = lines[first]?.isParagraphStart === true && further.length > 1;
    const isText =
      capitals * 2 < further.length && (further.length > 1 || lines[first]?.isParagraphStart);
    if (width > MIN_WIDTH && (isParagraph || isText)) {
      for (let line = first + 1; line <= last; line++) wrapped.add(line);
    }
    last = Math.min(first, last - 1);
  }
  return wrapped;
}

/** Line widths, in characters, at which texts are broken. */
const [MIN_WIDTH, MAX_WIDTH] = [50, 140];
