/** The ways in which pages write a day, read as `YYYY-MM-DD`. */

import { arxivIdOf, type PaperId } from '@/lib/paper';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first day in a text as arXiv writes it: "Fri, 20 Nov 2026", "30 August, 2026". */
export function arxivDay(text: string): string | null {
  const found = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*,? (\d{4})\b/.exec(text);
  return found ? day(Number(found[3]), monthOf(found[2]), Number(found[1])) : null;
}

/**
 * A day as Hugging Face writes it: "Nov 17, 2025", and "Nov 17" within the current year. Which year
 * that was is told by the arXiv id, which holds the month of the first submission: a saved page
 * may be read years later.
 */
export function huggingFaceDay(text: string, id: PaperId): string | null {
  const found = /^([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:, (\d{4}))?$/.exec(text);
  if (!found) return null;
  const month = monthOf(found[1]);
  const year = found[3] ? Number(found[3]) : yearNear(id, month);
  return year === null ? null : day(year, month, Number(found[2]));
}

/** The day of a time stamp such as `2026-11-19T00:00:00.000Z`. */
export function stampDay(stamp: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(stamp);
  return found ? day(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** The year in which `month` is nearest to the month that the id was given in. */
function yearNear(id: PaperId, month: number): number | null {
  const found = /^(\d{2})(\d{2})\./.exec(arxivIdOf(id) ?? '');
  if (!found) return null;
  const year = 2000 + Number(found[1]);
  const distance = month - Number(found[2]);
  if (distance > 6) return year - 1; // submitted in December, given its id in January
  return distance < -6 ? year + 1 : year;
}

/** From 1; 0 when it is no month. */
function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
