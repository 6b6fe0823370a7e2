/** Changes to a tag on all papers that have it, dismissed papers and those in the trash included. */
import { t } from '@/lib/i18n';
import type { Colour } from '@/lib/protocol/colours';
import type { ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Fields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { putTagColours, readTagColour } from '../store/tag-colours';
import type { PaperChanges, TagWrite } from '../store/writes';
import { updatePapers } from '../write/update-papers';

interface TagChanges {
  readonly papers: PaperChanges;
  readonly tags: readonly TagWrite[];
  /** Whether a tag with the new name existed already. */
  readonly isMerge: boolean;
}

/**
 * Renames tags; if the new name is in use, they are merged into that tag.
 * @throws {Refusal} if none of them is in use, or the new name is among them.
 */
export async function renameTags(
  db: LibraryDatabase,
  { from, to }: { readonly from: readonly string[]; readonly to: string },
  stamp: Stamp,
  report: ReportProgress,
): Promise<TagChanges> {
  if (from.includes(to)) throw new Refusal('invalid', t('refusedSameTag'));
  const oldColours = await Promise.all(from.map((tag) => readTagColour(db, tag)));
  const ownColour = await readTagColour(db, to);
  const isMerge = ownColour !== null || (await papersWith(db, [to])).length > 0;
  const fields = [...from.map((tag) => [`tag:${tag}`, false]), [`tag:${to}`, true]];
  const papers = await updatePapersWith(db, from, Object.fromEntries(fields), stamp, report);
  const tags = await setTagColours(
    db,
    [
      ...from.map((tag) => [tag, null] as const),
      [to, ownColour ?? oldColours.find((old) => old !== null) ?? null],
    ],
    stamp,
  );
  if (papers.writes.length === 0 && tags.length === 0)
    throw new Refusal('invalid', t('refusedNoTag', from[0] ?? to));
  return { papers, tags, isMerge };
}

/** Removes a tag from all papers. @throws {Refusal} if it is not in use. */
export async function deleteTag(
  db: LibraryDatabase,
  tag: string,
  stamp: Stamp,
  report: ReportProgress,
): Promise<TagChanges> {
  const papers = await updatePapersWith(db, [tag], { [`tag:${tag}`]: false }, stamp, report);
  const tags = await setTagColours(db, [[tag, null]], stamp);
  if (papers.writes.length === 0 && tags.length === 0)
    throw new Refusal('invalid', t('refusedNoTag', tag));
  return { papers, tags, isMerge: false };
}

/** Sets the colours of tags, where they differ; `null` removes one. */
export async function setTagColours(
  db: LibraryDatabase,
  wanted: readonly (readonly [tag: string, colour: Colour | null])[],
  stamp: Stamp,
): Promise<TagWrite[]> {
  const writes: TagWrite[] = [];
  for (const [id, after] of wanted) {
    const before = await readTagColour(db, id);
    if (before !== after) writes.push({ id, before: { colour: before }, after: { colour: after } });
  }
  await putTagColours(
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

/** Sets these fields of all papers with any of the tags. */
async function updatePapersWith(
  db: LibraryDatabase,
  tags: readonly string[],
  fields: Fields,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  return updatePapers(db, await papersWith(db, tags), () => fields, stamp, report);
}
