/** Saves a paper of which only a link is known. */
import type { Commands } from '@/lib/library/commands/commands';
import type { Queries } from '@/lib/library/queries/queries';
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { titleInLink } from '@/lib/sites/link-titles';
import { linkedPaper } from '@/lib/sites/linked-paper';

interface Services {
  readonly commands: Pick<Commands, 'run'>;
  readonly queries: Pick<Queries, 'states'>;
  /** Fetches the paper's metadata from arXiv. */
  readonly fill: (id: PaperId) => void;
}

/** What the page with the link says of the paper. */
export interface Known {
  /** As a row of the page; `null` where there is none. */
  readonly paper: Paper | null;
  /** The text of the link. */
  readonly text: string;
}

/**
 * Stars a paper; one that is starred is left alone, so that undo takes back what was done before. Returns
 * why it could not be saved, in words for the user; `null`: it is saved.
 */
export async function saveLink(
  id: PaperId,
  { paper, text }: Known,
  { commands, queries, fill }: Services,
): Promise<string | null> {
  // If the library cannot be read, the command says so.
  const { [id]: state } = await queries.states([id]).catch((): States => ({}));
  if (state?.starred) return null;
  const shown = paper?.id === id ? paper : null;
  // The library knows more of its papers than a link.
  const linked = shown || state ? null : linkedPaper(id, titleInLink(text, id));
  const answer = await commands.run({
    op: crypto.randomUUID(),
    change: { kind: 'star', value: true },
    papers: [{ id, paper: shown ?? linked }],
  });
  if (answer.ok && linked && arxivIdOf(id) !== null) fill(id);
  return answer.ok ? null : answer.message;
}
