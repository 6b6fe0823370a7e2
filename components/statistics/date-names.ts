/** Parts of dates, as charts name them. */
import { language } from '@/lib/i18n';
import { type Day, type Month, monthOf, utcOf } from '@/lib/util/day';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A Monday. */
const MONDAY: Day = 4;

/** "Mon", from 0 for Monday. */
export function weekdayName(weekday: number): string {
  return format('weekday', { weekday: 'short' }, MONDAY + weekday);
}

/** "Dec". */
export function monthName(day: Day): string {
  return format('month', { month: 'short' }, day);
}

/** "Tue, Dec 1, 2026". */
export function dayName(day: Day): string {
  const style = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
  return format('day', style, day);
}

/** The months for an axis from one month to another: not more than there is room for, evenly spaced. */
export function monthTicks(first: Day, last: Day, width: number): Month[] {
  const room = Math.max(1, Math.floor(width / 90));
  const from = monthOf(first - 1) + 1; // the first that begins within
  const all = Array.from({ length: Math.max(0, monthOf(last) - from + 1) }, (_, n) => from + n);
  const step = [1, 2, 3, 6, 12].find((months) => all.length / months <= room) ?? 24;
  return all.filter((month) => month % step === 0);
}

function format(name: string, style: Intl.DateTimeFormatOptions, day: Day): string {
  let one = formats.get(name);
  if (!one) {
    one = new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' });
    formats.set(name, one);
  }
  return one.format(utcOf(day));
}
