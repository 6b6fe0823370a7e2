/** Splits text into lines, before anything is known about them. */

export interface RawLine {
  /** White space collapsed; never empty. */
  readonly text: string;
  /** Line number in the pasted text, from 1. */
  readonly place: number;
  /** Whether it follows a blank line, or is the first. */
  readonly isParagraphStart: boolean;
  /** Whether it is indented further than the line that it continues. */
  readonly isIndented: boolean;
}

/** Invisible characters that pages put around their texts. */
const INVISIBLE = /[\s\u200b\u200e\u200f\u2060\ufeff]/;

function trimInvisible(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && INVISIBLE.test(line.charAt(from))) from += 1;
  while (from < to && INVISIBLE.test(line.charAt(to - 1))) to -= 1;
  return line.slice(from, to);
}

/** The non-blank lines of a text. */
export function splitLines(text: string): RawLine[] {
  const raw: RawLine[] = [];
  let [isParagraphStart, indent] = [true, 0];
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const clean = trimInvisible(line).replace(/\s+/g, ' ');
    if (clean !== '') {
      const own = line.search(/[^\s]/);
      const isIndented = !isParagraphStart && own > indent;
      raw.push({ text: clean, place: index + 1, isParagraphStart, isIndented });
      if (!isIndented) indent = own;
    }
    isParagraphStart = clean === '';
  }
  return withoutLongIndents(raw);
}

/** No title has more lines: a longer run is a list, or the whole page is indented. */
const MAX_INDENTED_LINES = 9;

function withoutLongIndents(lines: readonly RawLine[]): RawLine[] {
  let run: RawLine[] = [];
  return lines.flatMap((line, index) => {
    run.push(line);
    if (lines[index + 1]?.isIndented) return [];
    const isLong = run.length - 1 > MAX_INDENTED_LINES;
    const ended = isLong ? run.map((one) => ({ ...one, isIndented: false })) : run;
    run = [];
    return ended;
  });
}
