import type { Commands } from '@/lib/library/commands/commands';
import type { Identified } from '@/lib/library/commands/identify-papers';
import type { OperationId } from '@/lib/protocol/operation-id';

/** How many papers were joined with their arXiv ids, and by which commands. */
interface Joined {
  readonly count: number;
  readonly ops: readonly OperationId[];
}

const NOTHING_JOINED: Joined = { count: 0, ops: [] };

/**
 * Joins papers with the arXiv ids that were found for them, each that can be joined.
 * @throws {Error} where the library cannot be written.
 */
export async function joinPapers(
  found: readonly Identified[],
  manage: Commands['manage'],
): Promise<Joined> {
  if (found.length === 0) return NOTHING_JOINED;
  const op = crypto.randomUUID();
  const answer = await manage({ op, task: { kind: 'identifyPapers', found } });
  if (answer.ok) return { count: found.length, ops: [op] };
  if (answer.code === 'storage' || answer.code === 'storage-full') throw new Error(answer.message);
  if (found.length === 1) return NOTHING_JOINED;
  const each: Joined[] = [];
  for (const one of found) each.push(await joinPapers([one], manage)); // one of them is to blame
  return {
    count: each.reduce((sum, { count }) => sum + count, 0),
    ops: each.flatMap(({ ops }) => ops),
  };
}
