/** The colours that the user gave to tags. */
import type { Colour } from '@/lib/protocol/colours';
import type { Stamp } from './clock';
import type { LibraryDatabase } from './database';

/** `null`: the tag has none. */
export async function colourOf(db: LibraryDatabase, tag: string): Promise<Colour | null> {
  return (await db.tags.get(tag))?.colour ?? null;
}

/** Gives tags their colours, in the transaction of a command; `null` takes one away. */
export async function putColours(
  db: LibraryDatabase,
  colours: readonly (readonly [tag: string, colour: Colour | null])[],
  stamp: Stamp,
): Promise<void> {
  await db.tags.bulkPut(colours.map(([tag, value]) => ({ tag, colour: value, stamp })));
}
