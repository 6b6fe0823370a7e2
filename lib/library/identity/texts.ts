/** What a reading does to title and abstract. Both are always of one version. */
import type { Metadata } from '@/lib/paper';
import { compareOrigins, isFromLink, isSameVersion, type Origin } from './text-order';

export type Texts = Pick<Metadata, 'title' | 'abstract'> & Origin;

function textsOf({ title, abstract, textVersion, textOrigin, source }: Metadata): Texts {
  return { title, abstract, textVersion, textOrigin, source };
}

/**
 * The texts after a page was read. Those of a better source, of a newer version of the same source, or
 * read later replace what is known, but a title alone never leaves an abstract of another version beside
 * it. Doubtful texts replace nothing, and give way to any others.
 */
export function learnTexts(known: Metadata, seen: Metadata): Texts {
  if (seen.textOrigin === 'doubtful') return textsOf(known);
  if (known.textOrigin === 'doubtful' || isFromLink(known)) return textsOf(seen);
  if (compareOrigins(seen, known) < 0) return fillTexts(known, seen);
  if (seen.abstract !== null || known.abstract === null) return textsOf(seen);
  return isSameVersion(known, seen)
    ? { ...textsOf(seen), abstract: known.abstract }
    : textsOf(known);
}

/** The texts with gaps filled: an abstract of the same version, or a title in place of a placeholder. */
export function fillTexts(known: Metadata, other: Metadata): Texts {
  const isPlaceholder = known.textOrigin === 'doubtful' && known.abstract === null;
  const isReal = other.textOrigin !== 'doubtful';
  if (isReal && (isPlaceholder || isFromLink(known))) return textsOf(other);
  const fits = known.abstract === null && isSameVersion(known, other);
  return { ...textsOf(known), ...(fits && { abstract: other.abstract }) };
}
