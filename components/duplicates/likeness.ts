/** Papers that seem to be one: which of them is best kept, and in what they differ. */
import type { MessageKey } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { doiOf } from '@/lib/paper';

/** Names a group for good, in whichever order its papers come. */
export function keyOf(papers: readonly PaperRecord[]): string {
  return papers
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

/** An arXiv id is known on both sites, a DOI on the web, a mere title nowhere. */
const KINDS = ['arxiv:', 'doi:', 'title:'];

/** The paper that is best kept: the one with the id that is known most widely, else the oldest. */
export function bestOf(papers: readonly PaperRecord[]): PaperRecord {
  const kindOf = ({ id }: PaperRecord) => KINDS.findIndex((kind) => id.startsWith(kind));
  const sorted = [...papers].sort((a, b) => kindOf(a) - kindOf(b) || a.num - b.num);
  const [best] = sorted;
  if (!best) throw new Error('A group of duplicates has papers.');
  return best;
}

/** The DOI that two of these papers or more have in common; `null` where only the title is the same. */
export function sharedDoi(papers: readonly PaperRecord[]): string | null {
  const dois = papers.flatMap((paper) => doiOf(paper) ?? []);
  return dois.find((doi, at) => dois.indexOf(doi) < at) ?? null;
}

type Fact = readonly [name: MessageKey, of: (record: PaperRecord) => string];

const FACTS: readonly Fact[] = [
  ['factId', ({ id }) => id],
  ['factDate', ({ meta }) => meta.date ?? ''],
  ['factAuthors', ({ meta }) => meta.authors.join(', ')],
  ['factCategories', ({ meta }) => meta.categories.join(', ')],
  ['factJournal', ({ meta }) => meta.journalRef ?? ''],
  ['factDoi', (paper) => doiOf(paper) ?? ''],
  ['factTags', ({ triage }) => triage.tags.join(', ')],
  ['factNote', ({ triage }) => triage.note],
];

/** The facts that are not the same for all of these papers. */
export function differencesOf(papers: readonly PaperRecord[]): readonly Fact[] {
  return FACTS.filter(([, of]) => new Set(papers.map(of)).size > 1);
}
