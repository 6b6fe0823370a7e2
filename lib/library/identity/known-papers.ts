/** Finds papers of an import that the library has already, under whatever id. */
import type { PaperId } from '@/lib/paper';
import { CHUNK } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { resolveMerged } from '../store/paper-reads';
import type { PaperRecord, Shelf } from '../store/record';
import { titleKey } from '../store/titles';
import { type Candidate, SHORTEST_TITLE } from './candidate';

/** What the preview of an import shows of a paper that the library has. */
export interface KnownPaper {
  readonly id: PaperId;
  readonly title: string;
  readonly shelf: Shelf;
  readonly starred: boolean;
  readonly tags: readonly string[];
  readonly note: string;
}

export function knownPaper({ id, meta, shelf, triage }: PaperRecord): KnownPaper {
  const { starred, tags, note } = triage;
  return { id, title: meta.title, shelf, starred, tags, note };
}

/** The record of each candidate, in their order; `null` for new papers. */
export type FindKnown = (candidates: readonly Candidate[]) => Promise<(PaperRecord | null)[]>;

/**
 * Papers are the same by id, by DOI, or by a title that is the same but for case and signs; the last
 * two only where not both have an arXiv id. Reads all titles at once; to be called and asked within one
 * transaction over papers and titles.
 */
export async function createFindKnown(db: LibraryDatabase): Promise<FindKnown> {
  const numsByTitle = new Map<string, number>();
  for (const { chunk, titles } of await db.titles.toArray()) {
    for (const [row, title] of titles.split('\n').entries()) {
      if (title.length >= SHORTEST_TITLE) numsByTitle.set(title, chunk * CHUNK + row);
    }
  }

  async function byDoi(dois: readonly string[]): Promise<Map<string, PaperRecord>> {
    const ids = dois.map((doi): PaperId => `doi:${doi}`);
    const published = await db.papers.where('meta.doi').anyOf(dois).toArray();
    const { names, records } = await resolveMerged(db, ids);
    const found = new Map<string, PaperRecord>();
    for (const record of published) if (record.meta.doi) found.set(record.meta.doi, record);
    for (const [index, id] of ids.entries()) {
      const record = records.get(names.get(id) ?? id);
      if (record) found.set(dois[index] as string, record);
    }
    return found;
  }

  async function byTitle(titles: readonly string[]): Promise<Map<string, PaperRecord>> {
    const keys = new Map(titles.map((title) => [titleKey(title), title]));
    const nums = [...keys.keys()].flatMap((key) => numsByTitle.get(key) ?? []);
    const records = nums.length > 0 ? await db.papers.where('num').anyOf(nums).toArray() : [];
    return new Map(records.map((record) => [titleKey(record.meta.title), record]));
  }

  return async (candidates) => {
    const { names, records } = await resolveMerged(
      db,
      candidates.map(({ id }) => id),
    );
    const rest = candidates.filter(({ id }) => !records.has(names.get(id) ?? id));
    const dois = await byDoi(rest.flatMap((one) => doiOf(one) ?? []));
    const titles = await byTitle(rest.map(({ title }) => title));
    return candidates.map((one) => {
      const known = records.get(names.get(one.id) ?? one.id);
      if (known) return known;
      const others = [dois.get(doiOf(one) ?? ''), titles.get(titleKey(one.title))];
      return others.find((other) => other && maySame(one.id, other)) ?? null;
    });
  };
}

function doiOf({ id, doi }: Candidate): string | null {
  return id.startsWith('doi:') ? id.slice('doi:'.length) : doi;
}

function maySame(id: PaperId, { id: other, mergedInto }: PaperRecord): boolean {
  return !mergedInto && !(id.startsWith('arxiv:') && other.startsWith('arxiv:'));
}
