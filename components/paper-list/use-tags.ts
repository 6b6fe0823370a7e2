import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { library } from '@/lib/library/open';
import type { TagColours } from './card-paper';

interface KnownTags {
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly tagColours: TagColours;
}

const NONE: KnownTags = { knownTags: [], tagColours: new Map() };

/** The tags in use and their colours, live. */
export function useTags(): KnownTags {
  const tags = useLiveQuery(() => library.tagList(), []);
  return useMemo(() => {
    if (!tags) return NONE;
    const coloured = tags.flatMap(({ tag, colour }) =>
      colour === null ? [] : ([[tag, colour]] as const),
    );
    return { knownTags: tags.map(({ tag }) => tag), tagColours: new Map(coloured) };
  }, [tags]);
}
