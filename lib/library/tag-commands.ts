/** What is done to a tag on all papers at once, those dismissed and in the trash too. */
import { t } from '@/lib/i18n';
import type { Colour } from '@/lib/keywords/colours';
import type { Stamp } from './clock';
import type { LibraryDatabase } from './database';
import type { Report } from './in-chunks';
import type { TagWrite } from './operation';
import type { Fields } from './record';
import { Refusal } from './refusal';
import type { Rewritten } from './rewrite-papers';
import { rewritePapers } from './rewrite-papers';

interface TagWork {
  readonly papers: Rewritten;
  readonly tags: readonly TagWrite[];
  /** Whether papers had the tag of the new name already. */
  readonly isMerge: boolean;
}

/** Gives a tag another name; where that one is in use already, the two become one. */
export async function renameTag(
  db: LibraryDatabase,
  { from, to }: { readonly from: string; readonly to: string },
  stamp: Stamp,
  report: Report,
): Promise<TagWork> {
  if (from === to) throw new Refusal('invalid', t('refusedSameTag'));
  const [old, wanted] = [await colourOf(db, from), await colourOf(db, to)];
  const isMerge = wanted !== null || (await papersWith(db, to)).length > 0;
  const papers = await rewriteTag(
    db,
    from,
    { [`tag:${from}`]: false, [`tag:${to}`]: true },
    stamp,
    report,
  );
  const tags = await colour(
    db,
    [
      [from, null],
      [to, wanted ?? old],
    ],
    stamp,
  );
  if (papers.writes.length === 0 && tags.length === 0)
    throw new Refusal('invalid', t('refusedNoTag', from));
  return { papers, tags, isMerge };
}

export async function deleteTag(
  db: LibraryDatabase,
  tag: string,
  stamp: Stamp,
  report: Report,
): Promise<TagWork> {
  const papers = await rewriteTag(db, tag, { [`tag:${tag}`]: false }, stamp, report);
  const tags = await colour(db, [[tag, null]], stamp);
  if (papers.writes.length === 0 && tags.length === 0)
    throw new Refusal('invalid', t('refusedNoTag', tag));
  return { papers, tags, isMerge: false };
}

/** Gives tags their colours; what stays as it is, is not written. */
export async function colour(
  db: LibraryDatabase,
  wanted: readonly (readonly [tag: string, colour: Colour | null])[],
  stamp: Stamp,
): Promise<TagWrite[]> {
  const writes: TagWrite[] = [];
  for (const [id, after] of wanted) {
    const before = await colourOf(db, id);
    if (before !== after) writes.push({ id, before: { colour: before }, after: { colour: after } });
  }
  await putColours(
    db,
    writes.map(({ id, after }) => [id, after.colour]),
    stamp,
  );
  return writes;
}

export async function colourOf(db: LibraryDatabase, tag: string): Promise<Colour | null> {
  return (await db.tags.get(tag))?.colour ?? null;
}

export async function putColours(
  db: LibraryDatabase,
  colours: readonly (readonly [tag: string, colour: Colour | null])[],
  stamp: Stamp,
): Promise<void> {
  await db.tags.bulkPut(colours.map(([tag, value]) => ({ tag, colour: value, stamp })));
}

function papersWith(db: LibraryDatabase, tag: string) {
  return db.papers.where('triage.tags').equals(tag).primaryKeys();
}

async function rewriteTag(
  db: LibraryDatabase,
  tag: string,
  fields: Fields,
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  return rewritePapers(db, await papersWith(db, tag), () => fields, stamp, report);
}
