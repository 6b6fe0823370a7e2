/** Splits a page's text into lines, and describes what each looks like. */

import { isBoilerplate, withoutSubscribeButton } from './boilerplate';
import { findExpectedTitles } from './card-titles';
import {
  type Detail,
  MAX_ORGANIZATION_LENGTH,
  parseDetails,
  parseOrganizationLine,
} from './details';
import type { Line } from './line';
import { type RawLine, splitLines } from './split-lines';
import { findWrappedLines } from './wrapping';

/** The non-blank lines of a text. */
export function parseLines(text: string): Line[] {
  return describeLines(splitLines(text));
}

/** Describes each line of a page in the context of the others. */
export function describeLines(page: readonly RawLine[]): Line[] {
  const clean = withoutSubscribeButton(page);
  const lines = clean.map((line, index) => {
    const following = clean.slice(index + 1, index + 4).map(({ text }) => text);
    return describeLine(line, clean[index - 1]?.text, following);
  });
  const wrapped = findWrappedLines(lines);
  const expectedTitles = findExpectedTitles(lines);
  return lines.map((line, index) => ({
    ...line,
    isWrapped: wrapped.has(index),
    isExpectedTitle: expectedTitles.has(index),
  }));
}

function describeLine(
  line: RawLine,
  previous: string | undefined,
  following: readonly string[],
): Line {
  const details = parseDetails(line.text);
  const isSubmitter = previous === 'Submitted by' && /^\S{1,60}$/.test(line.text);
  if (isSubmitter) return { ...line, ...PLAIN_LINE, details: [{ kind: 'name' }] };
  if (details) return { ...line, ...PLAIN_LINE, details, isByline: hasAuthors(details) };
  const organizationLine = parseOrganizationLine(line.text);
  if (organizationLine) return { ...line, ...PLAIN_LINE, ...organizationLine, isByline: true };
  if (line.text.length <= MAX_ORGANIZATION_LENGTH && isDotAndDate(following)) {
    return { ...line, ...PLAIN_LINE, organization: line.text, details: [], isByline: true };
  }
  const isName = onlyLetters(previous ?? '') === onlyLetters(line.text); // of a handle
  const mayBeHandle = !isName && !isBoilerplate(line.text) && HANDLE.test(line.text);
  const isHandle = mayBeHandle && hasFullNameAfter(line.text, following);
  const isWithinTitle = line.isIndented && previous !== undefined && !isRecognised(previous);
  return {
    ...{ ...line, ...PLAIN_LINE, isHandle },
    isBoilerplate: !isWithinTitle && isBoilerplate(line.text),
  };
}

/** The form of account names in URLs. */
export const HANDLE = /^[A-Za-z\d][\w.-]{0,95}$/;

/** Whether the next line is the full name, judging by its letters or by what follows. */
function hasFullNameAfter(handle: string, [name = '', after]: readonly string[]): boolean {
  if (onlyLetters(name) === onlyLetters(handle) || parseOrganizationLine(name)) return true;
  const isName = name !== '' && name.length <= MAX_ORGANIZATION_LENGTH && !isRecognised(name);
  return isName && (after === undefined || parseDetails(after) !== null);
}

function onlyLetters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isRecognised(text: string): boolean {
  return parseDetails(text) !== null || isBoilerplate(text);
}

const PLAIN_LINE = {
  ...{ details: null, organization: null },
  ...{ isBoilerplate: false, isByline: false, isWrapped: false, isHandle: false },
  isExpectedTitle: false,
} as const;

function hasAuthors(details: readonly Detail[]): boolean {
  return details.some(({ kind }) => kind === 'authors');
}

/** "·" and a date, on one line or two. */
function isDotAndDate(lines: readonly string[]): boolean {
  const [dot, date] = lines.flatMap(
    (text): readonly (Detail | null)[] => parseDetails(text) ?? [null],
  );
  return dot?.kind === 'dot' && date?.kind === 'date';
}

/** Joins the lines of a continuous text. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
