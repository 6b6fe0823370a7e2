/** What is found in files, as the library takes it. */
import * as v from 'valibot';
import { normaliseTitle } from '@/lib/library/store/titles';
import { EMPTY_METADATA, type PaperId, type Source, UNDECIDED } from '@/lib/paper';
import { type Imported, ImportedSchema } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import { cleanTag } from '@/lib/protocol/tag';
import type { FoundPaper } from '../formats/found-paper';

/** The paper as the library takes it, or why it does not, for the user. */
export type Checked = { readonly imported: Imported } | { readonly why: string };

/** `source` says whose texts they are. */
export function importedOf(found: FoundPaper, source: Source): Checked {
  const { title, arxivId, doi, triage, place: _, ...meta } = found;
  const named = title ?? (arxivId ? `arXiv:${arxivId}` : `doi:${doi}`);
  const checked = v.safeParse(
    ImportedSchema,
    {
      id: idOf(found, named),
      meta: { ...EMPTY_METADATA, ...meta, title: named, doi, source },
      triage: { ...UNDECIDED, added: null, ...triage, tags: tagsOf(triage.tags ?? []) },
    },
    { abortEarly: true },
  );
  return checked.success ? { imported: checked.output } : { why: checked.issues[0].message };
}

function idOf({ arxivId, doi }: FoundPaper, title: string): PaperId {
  if (arxivId !== null) return `arxiv:${arxivId}`;
  return doi === null ? `title:${normaliseTitle(title) || title}` : `doi:${doi}`;
}

/** Each once, none empty; those that are too long are told of by the schema. */
function tagsOf(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => cleanTag(tag)).filter((tag) => tag !== '');
  return [...new Set(clean)].slice(0, LIMITS.tagsPerPaper);
}

/** Two that a file tells of the same paper, as one: nothing of either is lost. */
export function joined(one: Imported, other: Imported): Imported {
  const [a, b] = [one.triage, other.triage];
  const notes = a.note.includes(b.note) ? [a.note] : [a.note, b.note];
  const meta = Object.fromEntries(
    Object.entries(one.meta).map(([name, value]) => {
      const isGap = value === null || (Array.isArray(value) && value.length === 0);
      return [name, isGap ? other.meta[name as keyof Imported['meta']] : value];
    }),
  ) as Imported['meta'];
  return {
    id: one.id,
    meta,
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
