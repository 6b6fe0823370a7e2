/** Texts that were broken into lines of some width. */
import type { Line } from './line';

/**
 * The lines, by their numbers, that go on with the one before: in texts that were broken at some
 * width, so that no line has room for the word that begins the next one. Titles and abstracts of one
 * line may look so by chance; but most of theirs begin with a capital. Looked for from the last line
 * up, since that alone is as short as it likes.
 */
export function wrappedOf(lines: readonly Line[]): Set<number> {
  const wrapped = new Set<number>();
  for (let last = lines.length - 1; last > 0; ) {
    let [first, width, room] = [last + 1, 0, Number.POSITIVE_INFINITY];
    for (let index = last; index >= 0; index--) {
      const { text, details, isPageWords } = lines[index] as Line;
      if (details || isPageWords || text.length > WIDEST) break;
      const next = index < last ? lines[index + 1] : undefined;
      const needed = next ? `${text} ${next.text.split(' ', 1)[0]}`.length : room;
      if (next?.isApart || Math.min(room, needed) <= Math.max(width, text.length)) break;
      [first, width, room] = [index, Math.max(width, text.length), Math.min(room, needed)];
    }
    const further = lines.slice(first + 1, last + 1);
    const capitals = further.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
    const isParagraph = lines[first]?.isApart === true && further.length > 1;
    const isText = capitals * 2 < further.length && (further.length > 1 || lines[first]?.isApart);
    if (width > NARROWEST && (isParagraph || isText)) {
      for (let line = first + 1; line <= last; line++) wrapped.add(line);
    }
    last = Math.min(first, last - 1);
  }
  return wrapped;
}

/** Widths, in characters, at which texts are broken into lines. */
const [NARROWEST, WIDEST] = [50, 140];
