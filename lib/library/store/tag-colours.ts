/** The colours of tags. */
import type { Colour } from '@/lib/protocol/colours';
import type { Stamp } from './clock';
import type { LibraryDatabase } from './database';

/** `null` for a tag without one. */
export async function readTagColour(db: LibraryDatabase, tag: string): Promise<Colour | null> {
  return (await db.tags.get(tag))?.colour ?? null;
}

/** Sets the colours of tags, in the transaction of a command; `null` removes one. */
export async function putTagColours(
  db: LibraryDatabase,
  colours: readonly (readonly [tag: string, colour: Colour | null])[],
  stamp: Stamp,
): Promise<void> {
  await db.tags.bulkPut(colours.map(([tag, value]) => ({ tag, colour: value, stamp })));
}
