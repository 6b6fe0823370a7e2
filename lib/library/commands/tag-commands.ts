/** What is done to a tag on all papers at once, those dismissed and in the trash too. */
import { t } from '@/lib/i18n';
import type { Colour } from '@/lib/protocol/colours';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import type { TagWrite } from '../store/operation';
import type { Fields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { colourOf, putColours } from '../store/tag-colours';
import type { Rewritten } from '../write/rewrite-papers';
import { rewritePapers } from '../write/rewrite-papers';

interface TagWork {
  readonly papers: Rewritten;
  readonly tags: readonly TagWrite[];
  /** Whether papers had the tag of the new name already. */
  readonly isMerge: boolean;
}

/** Gives tags one name; where that one is in use already, they become one with it. */
export async function renameTags(
  db: LibraryDatabase,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
  stamp: Stamp,
  report: Report,
): Promise<TagWork> {
  if (from.includes(to)) throw new Refusal('invalid', t('refusedSameTag'));
  const olds = await Promise.all(from.map((tag) => colourOf(db, tag)));
  const wanted = await colourOf(db, to);
  const isMerge = wanted !== null || (await papersWith(db, [to])).length > 0;
  const given = [...from.map((tag) => [`tag:${tag}`, false]), [`tag:${to}`, true]];
  const papers = await rewriteTags(db, from, Object.fromEntries(given), stamp, report);
  const tags = await colour(
    db,
    [
      ...from.map((tag) => [tag, null] as const),
      [to, wanted ?? olds.find((old) => old !== null) ?? null],
    ],
    stamp,
  );
  if (papers.writes.length === 0 && tags.length === 0)
    throw new Refusal('invalid', t('refusedNoTag', from[0] ?? to));
  return { papers, tags, isMerge };
}

export async function deleteTag(
  db: LibraryDatabase,
  tag: string,
  stamp: Stamp,
  report: Report,
): Promise<TagWork> {
  const papers = await rewriteTags(db, [tag], { [`tag:${tag}`]: false }, stamp, report);
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

/** Papers with any of these tags. */
function papersWith(db: LibraryDatabase, tags: readonly string[]) {
  return db.papers.where('triage.tags').anyOf(tags).distinct().primaryKeys();
}

async function rewriteTags(
  db: LibraryDatabase,
  tags: readonly string[],
  fields: Fields,
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  return rewritePapers(db, await papersWith(db, tags), () => fields, stamp, report);
}
