/** The lines of a page's text, before it is looked what each may be. */

export interface RawLine {
  /** White space collapsed; never empty. */
  readonly text: string;
  /** From 1, in the text as it was pasted. */
  readonly place: number;
  /** A blank line, or the text's beginning, stands before it. */
  readonly isApart: boolean;
  /** Stands further right than the first line that it goes on from. */
  readonly isIndented: boolean;
}

/** Marks that show nothing and that pages put around their texts. */
const UNSEEN = /[\s\u200b\u200e\u200f\u2060\ufeff]/;

function withoutUnseen(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && UNSEEN.test(line.charAt(from))) from += 1;
  while (from < to && UNSEEN.test(line.charAt(to - 1))) to -= 1;
  return line.slice(from, to);
}

/** The lines of a text that are not blank. */
export function rawLinesOf(text: string): RawLine[] {
  const raw: RawLine[] = [];
  let [isApart, indent] = [true, 0];
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const clean = withoutUnseen(line).replace(/\s+/g, ' ');
    if (clean !== '') {
      const own = line.search(/[^\s]/);
      const isIndented = !isApart && own > indent;
      raw.push({ text: clean, place: index + 1, isApart, isIndented });
      if (!isIndented) indent = own;
    }
    isApart = clean === '';
  }
  return withoutLongIndents(raw);
}

/** No title goes on for so many lines: such ones are a list, or the page stands further right. */
const LONGEST_INDENT = 9;

function withoutLongIndents(lines: readonly RawLine[]): RawLine[] {
  let run: RawLine[] = [];
  return lines.flatMap((line, index) => {
    run.push(line);
    if (lines[index + 1]?.isIndented) return [];
    const isLong = run.length - 1 > LONGEST_INDENT;
    const ended = isLong ? run.map((one) => ({ ...one, isIndented: false })) : run;
    run = [];
    return ended;
  });
}
