/** What is imported of all that was read, part by part. */
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import { cleanTag } from '@/lib/protocol/tag';
import type { Entry } from './entry';
import type { Choice } from './protocol';

/** A part of what was chosen, with the tag for all; empty after the last. */
export function importedPart(entries: readonly Entry[], choice: Choice, part: number): Imported[] {
  const tag = cleanTag(choice.tag);
  return chosenPart(entries, choice, part).map(({ imported }) => {
    if (tag === '' || imported.triage.tags.includes(tag)) return imported;
    return { ...imported, triage: { ...imported.triage, tags: [...imported.triage.tags, tag] } };
  });
}

/** The same of a file of ours, whose papers come as they were saved. */
export function savedPart(entries: readonly Entry[], choice: Choice, part: number): SavedPaper[] {
  return chosenPart(entries, choice, part).flatMap(({ saved }) => saved ?? []);
}

function chosenPart(entries: readonly Entry[], { without }: Choice, part: number) {
  const excluded = new Set(without);
  const chosen = excluded.size > 0 ? entries.filter((_, index) => !excluded.has(index)) : entries;
  const size = LIMITS.papersPerPart;
  return chosen.slice(part * size, (part + 1) * size);
}
