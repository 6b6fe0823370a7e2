import { t } from '@/lib/i18n';
import type { Commands } from '@/lib/library/commands/commands';
import type { Queries } from '@/lib/library/queries/queries';
import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { askPage } from '@/lib/protocol/tell';
import { paperAt } from '@/lib/sites/links';
import { saveLink } from './save-link';

interface Services {
  readonly commands: Pick<Commands, 'run'>;
  readonly queries: Pick<Queries, 'states'>;
  /** Fetches a paper's metadata from arXiv. */
  readonly fill: (id: PaperId) => void;
  /** Shows for a moment on the icon in a tab what was done, or why it was not. */
  readonly flash: (tabId: number, failure: string | null, done?: string) => void;
}

/** A tab, whose URL is known where Winnow may read its page: also wherever its key was just pressed. */
export interface StarrableTab {
  readonly id?: number;
  readonly url?: string;
}

/** Stars the paper that a tab is about, or takes its star; says at the icon which, or why neither. */
export async function toggleStar(tab: StarrableTab, services: Services): Promise<void> {
  const { commands, queries, flash } = services;
  const { id: tabId, url = '' } = tab;
  if (tabId === undefined) return;
  const id = paperAt(url);
  if (!id) {
    flash(tabId, t('starNoPaper'));
    return;
  }
  const { [id]: state } = await queries.states([id]).catch((): States => ({}));
  if (!state?.starred) {
    const paper = await askPage(tabId, 'paper', id);
    flash(tabId, await saveLink(id, { paper, text: '' }, services));
    return;
  }
  const change = { kind: 'star', value: false } as const;
  const op = crypto.randomUUID();
  const answer = await commands.run({ op, change, papers: [{ id, paper: null }] });
  flash(tabId, answer.ok ? null : answer.message, t('starTaken'));
}
