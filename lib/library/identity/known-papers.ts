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

/** The preview of a record. */
export function previewOf({ id, meta, shelf, triage }: PaperRecord): KnownPaper {
  const { starred, tags, note } = triage;
  return { id, title: meta.title, shelf, starred, tags, note };
}

/** The record of each candidate, in their order; `null` for new papers. */
export type KnownPaperFinder = (
  candidates: readonly Candidate[],
) => Promise<(PaperRecord | null)[]>;

/**
 * Papers are recognised by id, by DOI, or by a title that differs only in case and punctuation; by DOI and
 * title only unless both have an arXiv id. Reads all titles first; everything must happen in one
 * transaction over papers and titles.
 */
export async function createKnownPaperFinder(db: LibraryDatabase): Promise<KnownPaperFinder> {
  const numsByTitle = new Map<string, number>();
  for (const { chunk, titles } of await db.titles.toArray()) {
    for (const [row, title] of titles.split('\n').entries()) {
      if (title.length >= SHORTEST_TITLE) numsByTitle.set(title, chunk * CHUNK + row);
    }
  }

  async function findByDoi(dois: readonly string[]): Promise<Map<string, PaperRecord>> {
    const ids = dois.map((doi): PaperId => `doi:${doi}`);
    const published = await db.papers.where('meta.doi').anyOf(dois).toArray();
    const { resolve, records } = await resolveMerged(db, ids);
    const found = new Map<string, PaperRecord>();
    for (const record of published) if (record.meta.doi) found.set(record.meta.doi, record);
    for (const [index, id] of ids.entries()) {
      const record = records.get(resolve(id));
      if (record) found.set(dois[index] as string, record);
    }
    return found;
  }

  async function findByTitle(titles: readonly string[]): Promise<Map<string, PaperRecord>> {
    const keys = new Map(titles.map((title) => [titleKey(title), title]));
    const nums = [...keys.keys()].flatMap((key) => numsByTitle.get(key) ?? []);
    const records = nums.length > 0 ? await db.papers.where('num').anyOf(nums).toArray() : [];
    return new Map(records.map((record) => [titleKey(record.meta.title), record]));
  }

  return async (candidates) => {
    const { resolve, records } = await resolveMerged(
      db,
      candidates.map(({ id }) => id),
    );
    const unknown = candidates.filter(({ id }) => !records.has(resolve(id)));
    const dois = await findByDoi(unknown.flatMap((one) => doiOf(one) ?? []));
    const titles = await findByTitle(unknown.map(({ title }) => title));
    return candidates.map((one) => {
      const known = records.get(resolve(one.id));
      if (known) return known;
      const others = [dois.get(doiOf(one) ?? ''), titles.get(titleKey(one.title))];
      return others.find((other) => other && canBeSame(one.id, other)) ?? null;
    });
  };
}

function doiOf({ id, doi }: Candidate): string | null {
  return id.startsWith('doi:') ? id.slice('doi:'.length) : doi;
}

function canBeSame(id: PaperId, { id: other, mergedInto }: PaperRecord): boolean {
  return !mergedInto && !(id.startsWith('arxiv:') && other.startsWith('arxiv:'));
}
