/** The ways in which pages write a date, parsed to `YYYY-MM-DD`. */

import { arxivIdOf, type PaperId } from '@/lib/paper';
import { isoDay, monthNumber } from '@/lib/text/calendar';

/**
 * The first date in a text as arXiv writes it: "Fri, 20 Nov 2026", "30 August, 2026"; `null` if
 * none.
 */
export function parseArxivDay(text: string): string | null {
  const found = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*,? (\d{4})\b/.exec(text);
  return found ? isoDay(Number(found[3]), monthNumber(found[2] ?? ''), Number(found[1])) : null;
}

/**
 * A date as Hugging Face writes it: "Nov 17, 2025", or "Nov 17" within the current year. A saved
 * page may be read years later, so a missing year is derived from the arXiv id, which encodes the
 * month of the first submission. `null` if the text is no such date, or its year is unknown.
 */
export function parseHuggingFaceDay(text: string, id: PaperId): string | null {
  const found = /^([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:, (\d{4}))?$/.exec(text);
  if (!found) return null;
  const month = monthNumber(found[1] ?? '');
  const year = found[3] ? Number(found[3]) : yearNear(id, month);
  return year === null ? null : isoDay(year, month, Number(found[2]));
}

/** The date of a timestamp such as `2026-11-19T00:00:00.000Z`; `null` if it is malformed. */
export function parseTimestampDay(stamp: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(stamp);
  return found ? isoDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** The year in which `month` is closest to the month encoded in the id. */
function yearNear(id: PaperId, month: number): number | null {
  const found = /^(\d{2})(\d{2})\./.exec(arxivIdOf(id) ?? '');
  if (!found) return null;
  const year = 2000 + Number(found[1]);
  const distance = month - Number(found[2]);
  if (distance > 6) return year - 1; // submitted in December, given its id in January
  return distance < -6 ? year + 1 : year;
}
