/**
 * Parses the lines of a card that are neither title nor abstract: "• 5 authors", "·", "Aug 1, 2024
 * 2", "Published on Nov 17, 2025", "Upvote 136", "GitHub 1.2k", "Submitted by ola". A line may
 * contain several, and a detail may span several lines.
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
  /** A bare number: upvotes, comments or stars, depending on its position. "1.2k" is rounded. */
  | { readonly kind: 'count'; readonly count: number; readonly isRounded?: boolean }
  /** A number on the same line after the date or the authors, or "3 comments". */
  | { readonly kind: 'comments'; readonly count: number }
  /** Separates the authors, or what is in their place, from the date. */
  | { readonly kind: 'dot' }
  /** The word before a number: "Upvote", "GitHub". */
  | { readonly kind: 'caption'; readonly caption: string }
  /** Who submitted the paper; comes before its title. */
  | { readonly kind: 'submitter' }
  /** The submitter's name on a line of its own. */
  | { readonly kind: 'name' }
  /** The text of a button. */
  | { readonly kind: 'other' };

const PATTERNS: readonly (readonly [RegExp, (found: RegExpExecArray) => Detail | null])[] = [
  [/^[•·∙⋅*–-]\s*(\d[\d,]*)\s+authors?\b/i, toAuthors],
  [/^\+?\s*(\d[\d,]*)\s+(?:more\s+)?authors?\b/i, toAuthors],
  [/^[·•∙⋅|]|^\*(?=\s|$)/, () => ({ kind: 'dot' })],
  [/^(?:Published|Submitted) on\s+([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?\b/, toDate],
  [/^([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:, (\d{4}))?\b/, toDate],
  [/^Submitted by ?\S{0,60}(?:\s+\S+){0,5}$/, () => ({ kind: 'submitter' })],
  [
    /^(Upvoted?|Upvotes|GitHub|Github|Comments?|Stars?)\b(?! \D)/,
    ([, caption = '']) => ({ kind: 'caption', caption: caption.toLowerCase() }),
  ],
  [
    /^(?:View )?(?:arXiv [Pp]age|arXiv|PDF|Project [Pp]age|Code|Add to collection|Community)(?=\s|$)/,
    () => ({ kind: 'other' }),
  ],
  [/^(\d{1,4})\s+comments?\b/i, ([, digits]) => ({ kind: 'comments', count: Number(digits) })],
  [/^(?:-|–)(?=\s|$)/, () => ({ kind: 'count', count: 0 })],
  [/^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(k?)(?=\s|$)/i, toCount],
];

/** The details in a line; `null` if it contains anything else. */
export function parseDetails(line: string): readonly Detail[] | null {
  if (line.length > 120) return null;
  const details: Detail[] = [];
  for (let rest = line; rest !== ''; ) {
    const read = parseFirstDetail(rest);
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

/**
 * Parses a line that begins with an organisation: "Meta Research · Nov 13, 2025 2"; `null` for
 * other lines.
 */
export function parseOrganizationLine(
  line: string,
): { readonly organization: string; readonly details: readonly Detail[] } | null {
  const at = line.lastIndexOf('·');
  if (at <= 0 || at > MAX_ORGANIZATION_LENGTH) return null;
  const details = parseDetails(line.slice(at));
  const isDated = details?.some(({ kind }) => kind === 'date');
  return details && isDated ? { organization: line.slice(0, at).trim(), details } : null;
}

export const MAX_ORGANIZATION_LENGTH = 120;

function parseFirstDetail(
  text: string,
): { readonly detail: Detail; readonly length: number } | null {
  for (const [pattern, read] of PATTERNS) {
    const found = pattern.exec(text);
    const detail = found && read(found);
    if (detail) return { detail, length: found[0].length };
  }
  return null;
}

function toAuthors([, digits = '']: RegExpExecArray): Detail {
  return { kind: 'authors', count: Number(digits.replaceAll(',', '')) };
}

function toCount([, digits = '', thousands]: RegExpExecArray): Detail {
  const number = Number(digits.replaceAll(',', '')) * (thousands ? 1000 : 1);
  return { kind: 'count', count: Math.round(number), isRounded: Boolean(thousands) };
}

function toDate([, name = '', day, year]: RegExpExecArray): Detail | null {
  const month = monthNumber(name);
  if (month === 0) return null;
  return { kind: 'date', month, day: Number(day), year: year ? Number(year) : null };
}

/**
 * The day as `YYYY-MM-DD`; `null` if it is not in the calendar. A missing year, which pages leave
 * out within the current one, is that of the last such day before `today`.
 */
export function resolveDate(detail: Extract<Detail, { kind: 'date' }>, today: Date): string | null {
  const { month, day, year } = detail;
  const thisYear = today.getUTCFullYear();
  const tomorrow = today.getTime() + 24 * 3_600_000; // it may be tomorrow there already
  const isAhead = Date.UTC(thisYear, month - 1, day) > tomorrow;
  return isoDay(year ?? thisYear - (isAhead ? 1 : 0), month, day);
}
