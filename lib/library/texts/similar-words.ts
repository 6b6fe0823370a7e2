/** Words that a mistyped one may stand for. */

/** Words of at least this many letters may have one mistake, or two. */
const LENGTH_FOR_ONE = 4;
const LENGTH_FOR_TWO = 8;
const MAX_RESULTS = 8;

/**
 * The most similar of these words: those with the fewest mistakes, at most two, none in short words. A
 * mistake is a letter added, missing, wrong, or swapped with the next one. `typed` may be unfinished:
 * "atent" is similar to "attention". The nearest in length come first.
 */
export function findSimilarWords(typed: string, words: ReadonlySet<string>): string[] {
  const allowed = typed.length >= LENGTH_FOR_TWO ? 2 : typed.length >= LENGTH_FOR_ONE ? 1 : 0;
  if (allowed === 0) return [];
  const similar: { word: string; mistakes: number; extraLength: number }[] = [];
  for (const word of words) {
    if (word.length < typed.length - allowed) continue;
    const mistakes = countMistakes(typed, word, allowed);
    const extraLength = word.length - typed.length;
    if (mistakes <= allowed) similar.push({ word, mistakes, extraLength });
  }
  similar.sort(
    (a, b) =>
      a.mistakes - b.mistakes ||
      Math.abs(a.extraLength) - Math.abs(b.extraLength) ||
      (a.word < b.word ? -1 : 1),
  );
  const fewest = similar[0]?.mistakes;
  return similar
    .filter(({ mistakes }) => mistakes === fewest)
    .map(({ word }) => word)
    .slice(0, MAX_RESULTS);
}

/**
 * The fewest mistakes that turn `typed` into a prefix of `word`; any number above `allowed` may be
 * given as `allowed + 1`. This is the optimal string alignment distance:
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
function countMistakes(typed: string, word: string, allowed: number): number {
  const width = Math.min(word.length, typed.length + allowed);
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
    if (least > allowed) return allowed + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
