/** Splits the papers chosen for import into parts small enough to send. */
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import { cleanTag } from '@/lib/protocol/tag';
import type { ImportEntry } from './entry';
import type { ImportChoice } from './session';

/** A part of the chosen papers, from 0, with the common tag added; empty after the last. */
export function importedPart(
  entries: readonly ImportEntry[],
  choice: ImportChoice,
  part: number,
): Imported[] {
  const tag = cleanTag(choice.tag);
  return chosenPart(entries, choice, part).map(({ imported }) => {
    if (tag === '' || imported.triage.tags.includes(tag)) return imported;
    return { ...imported, triage: { ...imported.triage, tags: [...imported.triage.tags, tag] } };
  });
}

/** The same for one of our own files, whose papers are imported as saved. */
export function savedPart(
  entries: readonly ImportEntry[],
  choice: ImportChoice,
  part: number,
): SavedPaper[] {
  return chosenPart(entries, choice, part).flatMap(({ saved }) => saved ?? []);
}

function chosenPart(
  entries: readonly ImportEntry[],
  { excluded: without }: ImportChoice,
  part: number,
) {
  const excluded = new Set(without);
  const chosen = excluded.size > 0 ? entries.filter((_, index) => !excluded.has(index)) : entries;
  const size = LIMITS.papersPerPart;
  return chosen.slice(part * size, (part + 1) * size);
}
