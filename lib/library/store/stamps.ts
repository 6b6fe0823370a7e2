import { nextStamp, type Stamp } from './clock';
import type { LibraryDatabase } from './database';

/** What this device's clock said last. */
export interface ClockState {
  readonly device: string;
  readonly last: Stamp | null;
}

/**
 * The next stamp of this device's clock, kept in the transaction of the write that it is for (which
 * must cover `state`). `now` is in milliseconds.
 */
export async function tick(db: LibraryDatabase, now: number): Promise<Stamp> {
  const clock = await readClock(db);
  const stamp = stampAfter(clock, now);
  await keepClock(db, clock, stamp);
  return stamp;
}

/** The parts of `tick`, for those who have more to ask the database at the same time. */
export async function readClock(db: LibraryDatabase): Promise<ClockState> {
  const [device, last] = await db.state.bulkGet(['device', 'clock']);
  return { device: device?.value ?? crypto.randomUUID().slice(0, 8), last: last?.value ?? null };
}

export function stampAfter({ last, device }: ClockState, now: number): Stamp {
  return nextStamp(last, now, device);
}

export async function keepClock(
  db: LibraryDatabase,
  { device, last }: ClockState,
  stamp: Stamp,
): Promise<void> {
  await Promise.all([
    db.state.put({ key: 'clock', value: stamp }),
    last === null && db.state.put({ key: 'device', value: device }),
  ]);
}
