/** Makes several papers one, for one group of papers or for many. */
import { LIMITS } from '@/lib/command';
import { t } from '@/lib/i18n';
import { type Metadata, type PaperId, UNDECIDED } from '@/lib/paper';
import type { Stamp } from './clock';
import type { LibraryDatabase } from './database';
import type { Report } from './in-chunks';
import { learn } from './metadata';
import { lookUp } from './paper-commands';
import { type Fields, type PaperRecord, stateOf } from './record';
import { Refusal } from './refusal';
import { type Rewritten, rewritePapers } from './rewrite-papers';

export interface Merge {
  readonly into: PaperId;
  readonly from: readonly PaperId[];
}

/**
 * Merges papers, each group into one, which has from then on all that was decided about any of them; the others
 * stand for it. What is in the trash brings nothing with it but its metadata.
 * @throws {Refusal} for papers that are not known or are one already, in one group or
 * in two, and where the notes together are too long: nothing may be lost.
 */
export async function mergePapers(
  db: LibraryDatabase,
  merges: readonly Merge[],
  stamp: Stamp,
  report: Report,
): Promise<Rewritten & { readonly title: string }> {
  const asked = merges.map(({ into, from }) => [into, ...from]);
  const { names, records } = await lookUp(db, asked.flat());
  const groups = asked.map((group) => group.map((id) => names.get(id) ?? id));
  const ids = groups.flat();
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', t('refusedSelfMerge'));
  const fields = new Map<PaperId, Fields>();
  let title = '';
  for (const group of groups) {
    const all = group.map((id) => {
      const record = records.get(id);
      if (!record) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
      return record;
    });
    const [target, ...others] = all as [PaperRecord, ...PaperRecord[]];
    fields.set(target.id, joined(target, others, stamp));
    for (const other of others) fields.set(other.id, absorbed(other, target.id));
    title ||= target.meta.title;
  }
  const rewritten = await rewritePapers(db, ids, ({ id }) => fields.get(id) ?? {}, stamp, report);
  return { ...rewritten, title };
}

function joined(target: PaperRecord, others: readonly PaperRecord[], stamp: Stamp): Fields {
  const states = [target, ...others].map(stateOf);
  const notes = [...new Set(states.map(({ note }) => note).filter(Boolean))];
  const note = notes.join('\n\n');
  if (note.length > LIMITS.note) throw new Refusal('invalid', t('refusedLongNote'));
  const decided = states.filter((state) => state !== UNDECIDED);
  const added = [target, ...others].map((one) => one.added).filter((time) => time > 0);
  const tags = states.flatMap((state) => state.tags).map((tag) => [`tag:${tag}`, true]);
  const aliases = others.flatMap(({ id, aliases: more = [] }) => [id, ...more]);
  const learned = others.reduce((record, other) => learn(record, other.meta, stamp), target).meta;
  return {
    note,
    starred: states.some(({ starred }) => starred),
    status: states.find(({ status }) => status !== 'unread')?.status ?? 'unread',
    dismissed: decided.length > 0 && decided.every(({ dismissed }) => dismissed),
    deleted: [target, ...others].every(({ deleted }) => deleted),
    added: Math.min(...(added.length > 0 ? added : [0])),
    ...Object.fromEntries(tags),
    ...Object.fromEntries(aliases.map((id) => [`alias:${id}`, true])),
    ...Object.fromEntries(
      Object.entries(learned satisfies Metadata).map(([field, value]) => [`meta:${field}`, value]),
    ),
  };
}

/** The record that is left of a merged paper: it only says where the paper has gone. */
function absorbed({ triage }: PaperRecord, into: PaperId): Fields {
  const { tags: _, ...undecided } = UNDECIDED;
  const tags = Object.fromEntries(triage.tags.map((tag) => [`tag:${tag}`, false]));
  return { ...undecided, ...tags, deleted: false, mergedInto: into };
}
