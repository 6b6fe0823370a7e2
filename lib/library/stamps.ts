import { nextStamp, type Stamp } from './clock';
import type { LibraryDatabase } from './database';

/**
 * The next stamp of this device's clock, kept in the transaction of the write that it is for (which
 * must cover `state`). `now` is in milliseconds.
 */
export async function tick(db: LibraryDatabase, now: number): Promise<Stamp> {
  const [device, last] = await db.state.bulkGet(['device', 'clock']);
  const name = device?.value ?? crypto.randomUUID().slice(0, 8);
  const stamp = nextStamp(last?.value ?? null, now, name);
  await db.state.bulkPut([
    { key: 'device', value: name },
    { key: 'clock', value: stamp },
  ]);
  return stamp;
}
