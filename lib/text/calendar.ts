/** Days as pages and bibliographies write them in English. */

/** The months by the first three letters of their names, in lower case. */
export const MONTHS: readonly string[] = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun'],
  ...['jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

/** The number of a month, from 1, by its name or an abbreviation such as "Nov"; 0 for other words. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** `YYYY-MM-DD`; `null` for a day that is not in the calendar. Months count from 1. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const padded = [month, day].map((part) => String(part).padStart(2, '0'));
  return [String(year).padStart(4, '0'), ...padded].join('-');
}
