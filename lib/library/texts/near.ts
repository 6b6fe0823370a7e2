/** Words that a mistyped one may have been meant as. */

/** Words of so many letters may have one mistake, or two. */
const LETTERS_FOR_ONE = 4;
const LETTERS_FOR_TWO = 8;
const MOST = 8;

/**
 * The nearest of these different words: those with the fewest mistakes. A mistake is a letter too many,
 * missing, wrong, or swapped with the next. The typed word may go on: "atent" is near "attention".
 */
export function nearestTo(typed: string, words: ReadonlySet<string>): string[] {
  const most = typed.length >= LETTERS_FOR_TWO ? 2 : typed.length >= LETTERS_FOR_ONE ? 1 : 0;
  if (most === 0) return [];
  const near: { word: string; mistakes: number; longer: number }[] = [];
  for (const word of words) {
    if (word.length < typed.length - most) continue;
    const mistakes = mistakesIn(typed, word, most);
    if (mistakes <= most) near.push({ word, mistakes, longer: word.length - typed.length });
  }
  near.sort(
    (a, b) =>
      a.mistakes - b.mistakes ||
      Math.abs(a.longer) - Math.abs(b.longer) ||
      (a.word < b.word ? -1 : 1),
  );
  const fewest = near[0]?.mistakes;
  return near
    .filter(({ mistakes }) => mistakes === fewest)
    .map(({ word }) => word)
    .slice(0, MOST);
}

/**
 * The fewest mistakes by which `typed` is the beginning of `word`; more than `most` is not told
 * exactly. Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
function mistakesIn(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most);
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      let cost = Math.min(
        (last[at] as number) + 1,
        (current[at - 1] as number) + 1,
        (last[at - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped = typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      if (row > 1 && at > 1 && isSwapped) cost = Math.min(cost, (beforeLast[at - 2] as number) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
