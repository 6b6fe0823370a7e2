import { useCallback, useState } from 'react';
import type { CardPart } from './card-actions';
import type { CardKey } from './list-rows';

/**
 * Which cards of a list are unfolded, and which part of which card is open. Its functions are stable,
 * as memoized cards require.
 * @param onClosed receives the card whose part was closed; must be stable itself
 */
export function useOpenParts(onClosed: (key: CardKey) => void) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<CardKey>>(new Set());
  const [open, setOpen] = useState<{ readonly key: CardKey; readonly part: CardPart } | null>(null);
  return {
    isUnfolded: (key: CardKey) => unfolded.has(key),
    partOf: (key: CardKey) => (open?.key === key ? open.part : null),
    toggleUnfolded: useCallback((key: CardKey) => {
      setUnfolded((before) => {
        const others = new Set(before);
        if (!others.delete(key)) others.add(key);
        return others;
      });
    }, []),
    openPart: useCallback(
      (key: CardKey, part: CardPart | null) => {
        setOpen(part && { key, part });
        if (part === null) onClosed(key);
      },
      [onClosed],
    ),
  };
}
