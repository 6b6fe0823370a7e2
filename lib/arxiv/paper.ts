import * as v from 'valibot';
import { EMPTY_METADATA, type Paper, parseDoi } from '@/lib/paper';
import { PaperSchema } from '@/lib/protocol/paper';
import type { ApiEntry } from './atom';

/** The paper of an entry; `null` when its title or abstract is missing or invalid. */
export function paperOf(entry: ApiEntry): (Paper & { readonly abstract: string }) | null {
  const { id, title, abstract, authors, categories, version, comment, journalRef, doi } = entry;
  const paper = v.safeParse(PaperSchema, {
    ...EMPTY_METADATA,
    ...{ id, title, abstract, authors, categories, version, journalRef },
    textVersion: version,
    textOrigin: 'paper',
    comments: comment,
    doi: parseDoi(doi ?? ''),
    date: /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(entry.published ?? '')?.[0] ?? null,
    source: 'arxiv',
  });
  return paper.success && abstract !== null ? { ...paper.output, abstract } : null;
}
