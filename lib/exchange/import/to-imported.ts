/** Converts papers found in files to the form in which they are imported. */
import * as v from 'valibot';
import { findGapFillers } from '@/lib/library/identity/metadata';
import { titleId } from '@/lib/library/store/titles';
import { EMPTY_METADATA, type PaperId, type Source, UNDECIDED } from '@/lib/paper';
import { type Imported, ImportedSchema } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import { cleanTag } from '@/lib/protocol/tag';
import type { ParsedPaper } from '../formats/parsed-paper';

/** The validated paper, or why it is invalid, worded for the user. */
export type CheckResult = { readonly imported: Imported } | { readonly problem: string };

/** Validates a paper. `source` is where its texts come from. */
export function toImported(found: ParsedPaper, source: Source): CheckResult {
  const { title, arxivId, doi, triage, place: _, ...meta } = found;
  const knownTitle = title ?? (arxivId ? `arXiv:${arxivId}` : `doi:${doi}`);
  const textOrigin = title === null ? 'doubtful' : meta.textOrigin; // any title is better
  const checked = v.safeParse(
    ImportedSchema,
    {
      id: idOf(found, knownTitle),
      meta: { ...EMPTY_METADATA, ...meta, title: knownTitle, textOrigin, doi, source },
      triage: { ...UNDECIDED, added: null, ...triage, tags: cleanTags(triage.tags ?? []) },
    },
    { abortEarly: true },
  );
  return checked.success ? { imported: checked.output } : { problem: checked.issues[0].message };
}

function idOf({ arxivId, doi }: ParsedPaper, title: string): PaperId {
  if (arxivId !== null) return `arxiv:${arxivId}`;
  return doi === null ? (titleId(title) ?? `title:${title}`) : `doi:${doi}`;
}

/** Without duplicates and blanks; tags that are too long are reported by the schema. */
function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => cleanTag(tag)).filter((tag) => tag !== '');
  return [...new Set(clean)].slice(0, LIMITS.tagsPerPaper);
}

/** Merges two entries for the same paper, losing nothing of either. */
export function mergeImported(one: Imported, other: Imported): Imported {
  const [a, b] = [one.triage, other.triage];
  const notes = a.note.includes(b.note) ? [a.note] : [a.note, b.note];
  return {
    id: one.id,
    meta: { ...one.meta, ...findGapFillers(one.meta, other.meta) },
    triage: {
      starred: a.starred || b.starred,
      status: a.status === 'unread' ? b.status : a.status,
      dismissed: a.dismissed && b.dismissed,
      tags: [...new Set([...a.tags, ...b.tags])],
      note: notes.filter(Boolean).join('\n\n'),
      added: a.added === null || (b.added !== null && b.added < a.added) ? b.added : a.added,
    },
  };
}
