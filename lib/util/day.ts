/**
 * Days of the calendar as numbers, so that they can be counted and compared without a time zone: a day
 * on which clocks change is as long as any other.
 */

/** Days since 1 January 1970. */
export type Day = number;
/** Months since January of the year 0. */
export type Month = number;

const MILLISECONDS = 86_400_000;

/** The day of a time in milliseconds, in the user's time zone. */
export function dayOf(time: number): Day {
  const local = new Date(time);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / MILLISECONDS;
}

/** 0 for Monday, 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7; // 1 January 1970 was a Thursday
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

/** The first moment of a day, in UTC. */
export function utcOf(day: Day): Date {
  return new Date(day * MILLISECONDS);
}

/** `YYYY-MM-DD`. */
export function dateOf(day: Day): string {
  return utcOf(day).toISOString().slice(0, 10);
}

export function monthOf(day: Day): Month {
  const date = utcOf(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
}

/** `YYYY-MM`. */
export function dateOfMonth(month: Month): string {
  return dateOf(firstDayOf(month)).slice(0, 7);
}
