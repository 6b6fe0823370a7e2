import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { library } from '@/lib/connections/library';
import type { Colour } from '@/lib/protocol/colours';

export type TagColours = ReadonlyMap<string, Colour>;

interface KnownTags {
  /** All tags in use, the most used first; empty until read. */
  readonly knownTags: readonly string[];
  readonly tagColours: TagColours;
}

const NO_COLOURS: TagColours = new Map();
const NO_TAGS: readonly string[] = [];

/**
 * The tags in use and their colours, live. Listing tags reads the whole library, so it starts only
 * once `isListShown`, to keep it from delaying the list.
 */
export function useTags(isListShown: boolean): KnownTags {
  const tagColours = useLiveQuery(() => library.tagColours(), []) ?? NO_COLOURS;
  const tags = useLiveQuery(async () => (isListShown ? library.tags() : null), [isListShown]);
  return useMemo(
    () => ({ knownTags: tags?.map(({ tag }) => tag) ?? NO_TAGS, tagColours }),
    [tags, tagColours],
  );
}
