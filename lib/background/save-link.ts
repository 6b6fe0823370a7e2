/** Saves a paper of which only a link is known. */
import type { Commands } from '@/lib/library/commands/commands';
import type { Queries } from '@/lib/library/queries/queries';
import { arxivIdOf, EMPTY_METADATA, type Paper, type PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';

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
  const linked = shown || state ? null : paperOfLink(id, text);
  const answer = await commands.run({
    op: crypto.randomUUID(),
    change: { kind: 'star', value: true },
    papers: [{ id, paper: shown ?? linked }],
  });
  if (answer.ok && linked) fill(id);
  return answer.ok ? null : answer.message;
}

/** Any page's texts replace what a link says. */
function paperOfLink(id: PaperId, text: string): Paper {
  const title = titleIn(text, id);
  return { ...EMPTY_METADATA, id, title, textOrigin: 'doubtful', source: 'huggingface' };
}

const LONGEST_TITLE = 500;

/** The text of the link if it reads like a title, else the paper's id as people write it. */
function titleIn(text: string, id: PaperId): string {
  const title = text.replace(/\s+/g, ' ').trim();
  const arxivId = arxivIdOf(id) ?? id;
  const isTitle = /\S \S+ \S/.test(title) || /[\u3040-\u9fff\uac00-\ud7af]{6}/.test(title); // some scripts have no spaces
  const isOther = title.includes(arxivId) || /:\/\/|^(?:view|download|open|read|see) /i.test(title);
  return isTitle && !isOther && title.length <= LONGEST_TITLE ? title : `arXiv:${arxivId}`;
}
