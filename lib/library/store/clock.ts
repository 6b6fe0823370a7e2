/**
 * A hybrid logical clock. Its stamps order writes across devices: they follow wall time, but never go
 * backwards, even when the wall clock does.
 */

/** `<milliseconds, base 36, 9 digits>-<counter, base 36, 4 digits>-<device>`; sorts as text. */
export type Stamp = string;

const TIME_DIGITS = 9;
const COUNTER_DIGITS = 4;
const TIME_END = 36 ** TIME_DIGITS; // in the year 5188
const COUNTER_END = 36 ** COUNTER_DIGITS;

/** The next stamp on this device, greater than `last`. `now` is in milliseconds. */
export function nextStamp(last: Stamp | null, now: number, device: string): Stamp {
  const before = last === null ? { time: 0, counter: -1 } : parse(last);
  if (now > before.time && now < TIME_END) return print(now, 0, device);
  const counter = before.counter + 1;
  return counter < COUNTER_END
    ? print(before.time, counter, device)
    : print(before.time + 1, 0, device);
}

/** The wall time of a stamp, in milliseconds. */
export function timeOf(stamp: Stamp): number {
  return parse(stamp).time;
}

function print(time: number, counter: number, device: string): Stamp {
  const digits = time.toString(36).padStart(TIME_DIGITS, '0');
  return `${digits}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}-${device}`;
}

function parse(stamp: Stamp): { time: number; counter: number } {
  const [time = '', counter = ''] = stamp.split('-');
  return { time: Number.parseInt(time, 36), counter: Number.parseInt(counter, 36) };
}
