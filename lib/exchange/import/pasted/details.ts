/**
 * The lines of a listing's cards that are neither title nor abstract, as they stand in a page's text:
 * "• 5 authors", "·", "Aug 1, 2024 2", "Published on Nov 17, 2025", "Upvote 136", "GitHub 1.2k",
 * "Submitted by ola". Several may stand on one line, or one be spread over several.
 */
import { isoDay, monthNumber } from '@/lib/text/calendar';

export type Detail =
  | { readonly kind: 'authors'; readonly count: number }
  | {
      readonly kind: 'date';
      readonly month: number;
      readonly day: number;
      readonly year: number | null;
    }
  /** A number alone: upvotes, comments or stars, by where it stands. Rounded is "1.2k". */
  | { readonly kind: 'count'; readonly count: number; readonly isRounded?: boolean }
  /** A number on the same line, after the date or the authors; or "3 comments". */
  | { readonly kind: 'comments'; readonly count: number }
  /** Between what stands in the authors' place and the date. */
  | { readonly kind: 'dot' }
  /** What stands before a number: "Upvote", "GitHub". */
  | { readonly kind: 'label'; readonly label: string }
  /** Who submitted the paper: stands before its title. */
  | { readonly kind: 'submitter' }
  /** Their name, on a line of its own. */
  | { readonly kind: 'name' }
  /** The words of a button. */
  | { readonly kind: 'other' };

const PARTS: readonly (readonly [RegExp, (found: RegExpExecArray) => Detail | null])[] = [
  [/^[•·∙⋅*–-]\s*(\d[\d,]*)\s+authors?\b/i, authors],
  [/^\+?\s*(\d[\d,]*)\s+(?:more\s+)?authors?\b/i, authors],
  [/^[·•∙⋅|]|^\*(?=\s|$)/, () => ({ kind: 'dot' })],
  [/^(?:Published|Submitted) on\s+([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?\b/, date],
  [/^([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?\b/, date],
  [/^Submitted by ?\S{0,60}(?:\s+\S+){0,5}$/, () => ({ kind: 'submitter' })],
  [
    /^(Upvoted?|Upvotes|GitHub|Github|Comments?|Stars?)\b(?! \D)/,
    ([, label = '']) => ({ kind: 'label', label: label.toLowerCase() }),
  ],
  [
    /^(?:View )?(?:arXiv [Pp]age|arXiv|PDF|Project [Pp]age|Code|Add to collection|Community)(?=\s|$)/,
    () => ({ kind: 'other' }),
  ],
  [/^(\d{1,4})\s+comments?\b/i, ([, digits]) => ({ kind: 'comments', count: Number(digits) })],
  [/^(?:-|–)(?=\s|$)/, () => ({ kind: 'count', count: 0 })],
  [/^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(k?)(?=\s|$)/i, count],
];

/** What a line tells, where it is made of details alone; else `null`. */
export function detailsIn(line: string): readonly Detail[] | null {
  if (line.length > 120) return null;
  const details: Detail[] = [];
  for (let rest = line; rest !== ''; ) {
    const read = firstDetail(rest);
    if (!read) return null;
    const isOnSameLine = details.at(-1)?.kind === 'date' || details.at(-1)?.kind === 'authors';
    const { detail } = read;
    details.push(
      isOnSameLine && detail.kind === 'count' ? { ...detail, kind: 'comments' } : detail,
    );
    rest = rest.slice(read.length).trimStart();
  }
  return details;
}

/** A line that begins with an organisation: "Meta Research · Nov 13, 2025 2". */
export function organizationAndDetails(
  line: string,
): { readonly organization: string; readonly details: readonly Detail[] } | null {
  const at = line.lastIndexOf('·');
  if (at <= 0 || at > LONGEST_ORGANIZATION) return null;
  const details = detailsIn(line.slice(at));
  const isDated = details?.some(({ kind }) => kind === 'date');
  return details && isDated ? { organization: line.slice(0, at).trim(), details } : null;
}

export const LONGEST_ORGANIZATION = 120;

function firstDetail(text: string): { readonly detail: Detail; readonly length: number } | null {
  for (const [pattern, read] of PARTS) {
    const found = pattern.exec(text);
    const detail = found && read(found);
    if (detail) return { detail, length: found[0].length };
  }
  return null;
}

function authors([, digits = '']: RegExpExecArray): Detail {
  return { kind: 'authors', count: Number(digits.replaceAll(',', '')) };
}

function count([, digits = '', thousands]: RegExpExecArray): Detail {
  const number = Number(digits.replaceAll(',', '')) * (thousands ? 1000 : 1);
  return { kind: 'count', count: Math.round(number), isRounded: Boolean(thousands) };
}

function date([, name = '', day, year]: RegExpExecArray): Detail | null {
  const month = monthNumber(name);
  if (month === 0) return null;
  return { kind: 'date', month, day: Number(day), year: year ? Number(year) : null };
}

/**
 * `YYYY-MM-DD`; `null` for a day that is not in the calendar. Pages leave the year out within the
 * current one: such a day is the last one of its name before `today`.
 */
export function dayOf(detail: Extract<Detail, { kind: 'date' }>, today: Date): string | null {
  const { month, day, year } = detail;
  const thisYear = today.getUTCFullYear();
  const tomorrow = today.getTime() + 24 * 3_600_000; // it may be tomorrow there already
  const isAhead = Date.UTC(thisYear, month - 1, day) > tomorrow;
  return isoDay(year ?? thisYear - (isAhead ? 1 : 0), month, day);
}
