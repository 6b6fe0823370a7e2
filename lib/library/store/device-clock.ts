/** This device's clock, as the library stores it. */
import { nextStamp, type Stamp } from './clock';
import type { LibraryDatabase } from './database';

export interface ClockState {
  readonly device: string;
  /** The last stamp given; `null` before the first. */
  readonly last: Stamp | null;
}

/**
 * Reads, advances and saves the clock. To be called in the transaction of the write that the stamp is
 * for, which must cover `state`. `now` is in milliseconds.
 */
export async function tick(db: LibraryDatabase, now: number): Promise<Stamp> {
  const clock = await readClock(db);
  const stamp = stampAfter(clock, now);
  await saveClock(db, clock, stamp);
  return stamp;
}

/** The first step of `tick`, for callers that read or write other things at the same time. */
export async function readClock(db: LibraryDatabase): Promise<ClockState> {
  const [device, last] = await db.state.bulkGet(['device', 'clock']);
  return { device: device?.value ?? crypto.randomUUID().slice(0, 8), last: last?.value ?? null };
}

/** The second step of `tick`. `now` is in milliseconds. */
export function stampAfter({ last, device }: ClockState, now: number): Stamp {
  return nextStamp(last, now, device);
}

/** The third step of `tick`. */
export async function saveClock(
  db: LibraryDatabase,
  { device, last }: ClockState,
  stamp: Stamp,
): Promise<void> {
  await Promise.all([
    db.state.put({ key: 'clock', value: stamp }),
    last === null && db.state.put({ key: 'device', value: device }),
  ]);
}
