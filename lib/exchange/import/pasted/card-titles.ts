/** Recognises titles by what comes before them on a card. */
import type { Line } from './line';

/**
 * The indexes of lines that must be titles, because the start of a card comes before them: the
 * submitter, followed by the upvotes on some pages; or upvotes alone, if every title is between
 * two.
 */
export function findExpectedTitles(lines: readonly Line[]): Set<number> {
  const submitted = lines.flatMap(({ details }, index) => {
    const isName = lines[index + 1]?.details?.at(-1)?.kind === 'name';
    return details?.at(-1)?.kind === 'submitter' ? index + (isName ? 2 : 1) : [];
  });
  const counted = submitted.filter((index) => isCount(lines[index]));
  const hasUpvotes = counted.length * 2 > submitted.length;
  const expected = hasUpvotes ? counted.map((index) => index + 1) : submitted;
  const isSure = expected.length > 1; // a title may begin with "Submitted by"
  return new Set([
    ...(isSure ? expected : []),
    ...(hasBareCards(lines) ? linesBetweenCounts(lines) : []),
  ]);
}

function linesBetweenCounts(lines: readonly Line[]): number[] {
  return lines.flatMap(({ text }, index) =>
    isCount(lines[index - 1]) && isCount(lines[index + 1]) && /\p{L}/u.test(text) ? index : [],
  );
}

/** Whether most numbers are followed by a single line and then the next number. */
export function hasBareCards(lines: readonly Line[]): boolean {
  const titles = lines.flatMap((line, index) => {
    const isText = !line.details && !line.isBoilerplate && isCount(lines[index - 1]);
    return isText ? index : [];
  });
  const bare = titles.filter((index) => isCount(lines[index + 1]));
  return titles.length > 2 && bare.length >= (titles.length - 1) * 0.8;
}

function isCount(line: Line | undefined): boolean {
  return line?.details?.at(-1)?.kind === 'count';
}
