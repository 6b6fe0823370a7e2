/** Imported papers that something is missing of, and what is known of them when arXiv is asked. */
import Dexie from 'dexie';
import { fold } from '@/lib/keywords/fold';
import { doiOf, type Metadata, type PaperId } from '@/lib/paper';
import { titleKey } from './catalogue/titles';
import type { LibraryDatabase } from './database';
import { inChunks, untold } from './in-chunks';
import { getPapers } from './paper-commands';
import type { PaperRecord } from './record';

/** What is known of a paper whose arXiv id is sought. */
export interface Sought {
  readonly id: PaperId;
  readonly title: string;
  readonly authors: readonly string[];
  /** Of its published version; `null` for none known. */
  readonly doi: string | null;
}

export interface LookUpSource {
  /** Papers on the list and dismissed ones that something is missing of, by id, at most so many. */
  readonly incomplete: (most: number) => Promise<PaperId[]>;
  /** Those of these papers whose arXiv id is still sought. */
  readonly sought: (ids: readonly PaperId[]) => Promise<Sought[]>;
}

/** For so long, in milliseconds, arXiv is not asked again for what it did not know. */
const UNKNOWN_FOR_MS = 30 * 24 * 3_600_000;

/** `now` gives milliseconds. */
export function createLookUpSource(
  db: LibraryDatabase,
  now: () => number = Date.now,
): LookUpSource {
  return {
    incomplete: (most) =>
      db.transaction('r', db.papers, db.abstracts, async () => {
        const kept = db.papers
          .where('[shelf+added]')
          .between(['dismissed', Dexie.minKey], ['list', Dexie.maxKey]);
        const found: PaperId[] = [];
        await inChunks((await kept.primaryKeys()).sort(), untold, async (ids) => {
          if (found.length >= most) return;
          const records = [...(await getPapers(db, ids)).values()].filter(isIncomplete);
          const answers = await db.abstracts.bulkGet(records.map(({ id }) => id));
          const open = records.filter((_, index) => {
            const answer = answers[index];
            const isUnknown = answer?.abstract === null;
            return !isUnknown || Math.abs(now() - answer.at) >= UNKNOWN_FOR_MS;
          });
          found.push(...open.map(({ id }) => id));
        });
        return found.slice(0, most);
      }),

    sought: (ids) =>
      db.transaction('r', db.papers, async () => {
        const records = [...(await getPapers(db, ids)).values()];
        return records.filter(isIncomplete).map((record) => ({
          id: record.id,
          title: record.meta.title,
          authors: record.meta.authors,
          doi: doiOf(record),
        }));
      }),
  };
}

/** Whether a paper came from elsewhere, and arXiv may know what is missing of it. */
export function lacksSomething({ id, meta }: { readonly id: PaperId; readonly meta: Metadata }) {
  if (id.startsWith('title:')) return true; // its id
  return meta.source === 'elsewhere' && (meta.abstract === null || meta.authors.length === 0);
}

/** Once a user has taken a merge back the paper is left alone. */
function isIncomplete(record: PaperRecord): boolean {
  const wasMerged = record.stamps.mergedInto !== undefined;
  return !wasMerged && !record.deleted && lacksSomething(record);
}

/** Shorter titles, such as "Introduction", are those of many papers; in characters. */
const SHORTEST_TITLE = 15;

/**
 * Of papers with the same words in their titles the one that is sought; `null` where there is none for
 * certain. The titles are the same but for case, accents and signs; DOIs do not differ, and one author
 * at least is the same, where they are known.
 */
export function sameWork<P extends Metadata>(sought: Sought, papers: readonly P[]): P | null {
  const key = titleKey(sought.title);
  if (key.length < SHORTEST_TITLE) return null;
  const same = papers.filter(
    (paper) =>
      titleKey(paper.title) === key &&
      (sought.doi === null || paper.doi === null || sought.doi === paper.doi) &&
      haveOneInCommon(sought.authors, paper.authors),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

function haveOneInCommon(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  const names = new Set(some.map(familyName));
  return others.some((name) => names.has(familyName(name)));
}

function familyName(name: string): string {
  return (
    fold(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .at(-1) ?? ''
  );
}
