/** Compares the papers of a group of duplicates. */
import type { MessageKey } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { doiOf, writtenId } from '@/lib/paper';

/** A stable key for a group, whatever the order of its papers. */
export function groupKey(papers: readonly PaperRecord[]): string {
  return papers
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

/** Kinds of id, the most widely known first: a title id is known only here. */
const ID_KINDS = ['arxiv:', 'doi:', 'title:'];

/** The best paper to keep: the one with the most widely known id, else the oldest. */
export function bestPaper(papers: readonly PaperRecord[]): PaperRecord {
  const kindOf = ({ id }: PaperRecord) => ID_KINDS.findIndex((kind) => id.startsWith(kind));
  const sorted = [...papers].sort((a, b) => kindOf(a) - kindOf(b) || a.num - b.num);
  const [best] = sorted;
  if (!best) throw new Error('A group of duplicates must not be empty.');
  return best;
}

/** A DOI shared by at least two of these papers; `null` if only their titles match. */
export function sharedDoi(papers: readonly PaperRecord[]): string | null {
  const dois = papers.flatMap((paper) => doiOf(paper) ?? []);
  return dois.find((doi, at) => dois.indexOf(doi) < at) ?? null;
}

type Fact = readonly [name: MessageKey, of: (record: PaperRecord) => string];

const FACTS: readonly Fact[] = [
  ['factId', ({ id }) => writtenId(id) ?? ''],
  ['factDate', ({ meta }) => meta.date ?? ''],
  ['factAuthors', ({ meta }) => meta.authors.join(', ')],
  ['factCategories', ({ meta }) => meta.categories.join(', ')],
  ['factJournal', ({ meta }) => meta.journalRef ?? ''],
  ['factDoi', (paper) => doiOf(paper) ?? ''],
  ['factTags', ({ triage }) => triage.tags.join(', ')],
  ['factNote', ({ triage }) => triage.note],
];

/** The facts in which these papers differ. */
export function differencesOf(papers: readonly PaperRecord[]): readonly Fact[] {
  return FACTS.filter(([, of]) => new Set(papers.map(of)).size > 1);
}
