import * as v from 'valibot';
import type { Queries } from '@/lib/library/queries/queries';
import { metadataOf } from '@/lib/library/store/record-fields';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { PaperIdSchema } from '@/lib/protocol/paper';

interface Services {
  readonly queries: Pick<Queries, 'papers'>;
  /** Fetches papers' metadata from arXiv. */
  readonly fill: (...ids: PaperId[]) => Promise<void>;
}

const CommandSchema = v.object({ papers: v.array(v.unknown()) });
const DoubtfulSchema = v.object({
  id: PaperIdSchema,
  paper: v.union([
    v.object({ isTranslated: v.literal(true) }),
    v.object({ textOrigin: v.literal('doubtful') }),
  ]),
});

/**
 * After a command that put papers on the reading list of which only a link is known, or from a page whose
 * texts may be a translator's: has arXiv asked about those of which nothing better is known.
 */
export async function fillDoubtful(command: unknown, { queries, fill }: Services): Promise<void> {
  if (!v.is(CommandSchema, command)) return;
  const ids = command.papers.flatMap((one) => (v.is(DoubtfulSchema, one) ? [one.id] : []));
  if (ids.length === 0) return;
  const records = await queries.papers(ids);
  const doubtful = records
    .filter((record) => record.shelf === 'list' && metadataOf(record).textOrigin === 'doubtful')
    .flatMap(({ id }) => (arxivIdOf(id) === null ? [] : [id]));
  if (doubtful.length > 0) await fill(...doubtful);
}
