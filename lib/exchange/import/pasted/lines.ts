/** The lines of a page's text, and what each looks like by itself. */

import { titlesDue } from './card-titles';
import { type Detail, detailsIn, LONGEST_ORGANIZATION, organizationAndDetails } from './details';
import type { Line } from './line';
import { isPageWords, withoutSubscribe } from './page-words';
import { type RawLine, rawLinesOf } from './raw-lines';
import { wrappedOf } from './wrapping';

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  return linesIn(rawLinesOf(text));
}

/** What each of a page's lines looks like among the others. */
export function linesIn(page: readonly RawLine[]): Line[] {
  const clean = withoutSubscribe(page);
  const lines = clean.map((line, index) => {
    const after = clean.slice(index + 1, index + 4).map(({ text }) => text);
    return looked(line, clean[index - 1]?.text, after);
  });
  const wrapped = wrappedOf(lines);
  const due = titlesDue(lines);
  return lines.map((line, index) => ({
    ...line,
    isWrapped: wrapped.has(index),
    isTitleDue: due.has(index),
  }));
}

function looked(line: RawLine, before: string | undefined, after: readonly string[]): Line {
  const details = detailsIn(line.text);
  const isSubmitter = before === 'Submitted by' && /^\S{1,60}$/.test(line.text);
  if (isSubmitter) return { ...line, ...PLAIN, details: [{ kind: 'name' }] };
  if (details) return { ...line, ...PLAIN, details, isByline: hasAuthors(details) };
  const mixed = organizationAndDetails(line.text);
  if (mixed) return { ...line, ...PLAIN, ...mixed, isByline: true };
  if (line.text.length <= LONGEST_ORGANIZATION && isDotAndDate(after)) {
    return { ...line, ...PLAIN, organization: line.text, details: [], isByline: true };
  }
  const isName = lettersOf(before ?? '') === lettersOf(line.text); // of the handle before it
  const mayBe = !isName && !isPageWords(line.text) && HANDLE.test(line.text);
  const isHandle = mayBe && isNameOf(line.text, after);
  const isWithinTitle = line.isIndented && before !== undefined && !isKnown(before);
  return {
    ...{ ...line, ...PLAIN, isHandle },
    isPageWords: !isWithinTitle && isPageWords(line.text),
  };
}

/** How accounts are called in addresses. */
export const HANDLE = /^[A-Za-z\d][\w.-]{0,95}$/;

/** Whether the next line is a name in full: by its letters, or for what follows. */
function isNameOf(handle: string, [name = '', after]: readonly string[]): boolean {
  if (lettersOf(name) === lettersOf(handle) || organizationAndDetails(name)) return true;
  const isName = name !== '' && name.length <= LONGEST_ORGANIZATION && !isKnown(name);
  return isName && (after === undefined || detailsIn(after) !== null);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isKnown(text: string): boolean {
  return detailsIn(text) !== null || isPageWords(text);
}

const PLAIN = {
  ...{ details: null, organization: null },
  ...{ isPageWords: false, isByline: false, isWrapped: false, isHandle: false },
  isTitleDue: false,
} as const;

function hasAuthors(details: readonly Detail[]): boolean {
  return details.some(({ kind }) => kind === 'authors');
}

/** "·" and then a date, on one line or two. */
function isDotAndDate(lines: readonly string[]): boolean {
  const [dot, date] = lines.flatMap(
    (text): readonly (Detail | null)[] => detailsIn(text) ?? [null],
  );
  return dot?.kind === 'dot' && date?.kind === 'date';
}

/** The text of lines that go on from one another. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
