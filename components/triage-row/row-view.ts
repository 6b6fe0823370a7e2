/** Derives what the control of a row shows from the state of the page. */
import { t } from '@/lib/i18n';
import { type PageState, shownState } from '@/lib/page/store';
import { textOf } from '@/lib/page/summary';
import type { Reason, Visibility } from '@/lib/page/visibility';
import { visitMarkOf } from '@/lib/page/visit-marks';
import { type PaperId, UNDECIDED } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { foldableAbstract } from './abstract';
import type { ControlView } from './control-view';

/** Looked up early: once the extension context is invalid, texts are no longer available. */
const OUTDATED = t('rowOutdated');

/** What a newly created control shows. */
export const INITIAL_VIEW: ControlView = {
  ...{ state: UNDECIDED, line: null, visit: null, isUnfolded: null },
  ...{ match: null, newVersion: null, own: null, message: null },
};

/** What the control of a row should show. */
export function viewOf(state: PageState, row: Row, visibility: Visibility): ControlView {
  const { id } = row;
  const isListing = state.site?.kind === 'listing';
  return {
    state: shownState(state, id),
    line: isListing && visibility.as === 'line' ? lineOf(state, visibility.reason) : null,
    visit: isListing ? visitMarkOf(state, id) : null,
    isUnfolded: foldableAbstract(state, row) === null ? null : state.unfolded.has(id),
    match: matchOf(state, row),
    newVersion: state.details[id]?.newVersion ?? null,
    own: state.site?.kind === 'paper' ? { since: state.details[id]?.added ?? null } : null,
    message: messageOf(state, id),
  };
}

function matchOf({ unseen, explained }: PageState, row: Row): ControlView['match'] {
  const text = unseen.get(row)?.text;
  return text === undefined ? null : { text, isOpen: explained.has(row.id) };
}

function lineOf(state: PageState, reason: Reason): ControlView['line'] {
  const text = textOf(state, reason);
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    action: reason.kind === 'dismissed' ? 'undo' : 'show',
  };
}

function messageOf(state: PageState, id: PaperId): ControlView['message'] {
  if (state.outdated) return { kind: 'outdated', text: OUTDATED };
  const failure = state.failures[id];
  if (failure !== undefined) return { kind: 'failure', text: t('notSaved', failure) };
  const isWaiting = state.pending.some(({ ids, isLate }) => isLate && ids.has(id));
  return isWaiting ? { kind: 'waiting', text: t('rowWaiting') } : null;
}
