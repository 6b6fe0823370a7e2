/** Titles that are known by what stands before them on their cards. */
import type { Line } from './line';

/**
 * The lines, by their numbers, that follow what cards begin with: who submitted the paper, on some
 * pages with the upvotes after that; or upvotes alone, where titles stand between them.
 */
export function titlesDue(lines: readonly Line[]): Set<number> {
  const submitted = lines.flatMap(({ details }, index) => {
    const isName = lines[index + 1]?.details?.at(-1)?.kind === 'name';
    return details?.at(-1)?.kind === 'submitter' ? index + (isName ? 2 : 1) : [];
  });
  const counted = submitted.filter((index) => isCount(lines[index]));
  const hasUpvotes = counted.length * 2 > submitted.length;
  const due = hasUpvotes ? counted.map((index) => index + 1) : submitted;
  const isSure = due.length > 1; // a title may begin with "Submitted by"
  return new Set([...(isSure ? due : []), ...(hasBareCards(lines) ? betweenCounts(lines) : [])]);
}

function betweenCounts(lines: readonly Line[]): number[] {
  return lines.flatMap(({ text }, index) =>
    isCount(lines[index - 1]) && isCount(lines[index + 1]) && /\p{L}/u.test(text) ? index : [],
  );
}

/** Whether most of what follows a number is one line, and then the next number. */
export function hasBareCards(lines: readonly Line[]): boolean {
  const titles = lines.flatMap((line, index) => {
    const isText = !line.details && !line.isPageWords && isCount(lines[index - 1]);
    return isText ? index : [];
  });
  const bare = titles.filter((index) => isCount(lines[index + 1]));
  return titles.length > 2 && bare.length >= (titles.length - 1) * 0.8;
}

function isCount(line: Line | undefined): boolean {
  return line?.details?.at(-1)?.kind === 'count';
}
