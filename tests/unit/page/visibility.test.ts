import { expect, test } from 'vitest';
import { type Circumstances, type Visibility, visibilityOf } from '@/lib/page/visibility';
import { SHOW_ALL } from '@/lib/settings/showing';

const PLAIN: Circumstances = {
  showing: SHOW_ALL,
  matchesFilter: null,
  section: null,
  isSeen: false,
  isDismissed: false,
  mutedBy: null,
};
const SHOW_NONE = {
  ...{ hidesRest: true, dismissed: false, seen: false },
  ...{ cross: false, replaced: false },
} as const;
/** Everything at once. */
const ALL = { isSeen: true, isDismissed: true, mutedBy: 'm', section: 'cross' } as const;

const SHOWN: Visibility = { as: 'shown' };
const hidden = (kind: 'filter' | 'dismissed' | 'seen' | 'cross' | 'replaced'): Visibility => ({
  as: 'hidden',
  reason: { kind },
});
const DISMISSED: Visibility = { as: 'line', reason: { kind: 'dismissed' } };
const MUTED: Visibility = { as: 'line', reason: { kind: 'muted', rule: 'm' } };

test.each<[string, Partial<Circumstances>, Visibility]>([
  ['plain', {}, SHOWN],
  ['plain, where little is shown', { showing: SHOW_NONE }, SHOWN],
  ['new, where little is shown', { showing: SHOW_NONE, section: 'new' }, SHOWN],
  ['it matches', { matchesFilter: true }, SHOWN],
  ['it does not match', { matchesFilter: false }, hidden('filter')],
  [
    'it does not match, and the rest is not hidden',
    { matchesFilter: false, showing: { ...SHOW_ALL, hidesRest: false } },
    SHOWN,
  ],
  ['cross-listed', { section: 'cross' }, SHOWN],
  ['cross-listed and hidden', { section: 'cross', showing: SHOW_NONE }, hidden('cross')],
  ['replaced', { section: 'replaced' }, SHOWN],
  ['replaced and hidden', { section: 'replaced', showing: SHOW_NONE }, hidden('replaced')],
  ['seen', { isSeen: true }, SHOWN],
  ['seen and hidden', { isSeen: true, showing: SHOW_NONE }, hidden('seen')],
  ['dismissed', { isDismissed: true }, DISMISSED],
  ['dismissed and hidden', { isDismissed: true, showing: SHOW_NONE }, hidden('dismissed')],
  ['muted', { mutedBy: 'm' }, MUTED],
  ['muted, where little is shown', { mutedBy: 'm', showing: SHOW_NONE }, MUTED],
  ['muted and matching', { mutedBy: 'm', matchesFilter: true }, MUTED],
  ['dismissed and muted', { isDismissed: true, mutedBy: 'm' }, DISMISSED],
  ['all at once, all shown', ALL, DISMISSED],
  ['all at once, none shown', { ...ALL, showing: SHOW_NONE }, hidden('cross')],
  [
    'all at once, none shown, and it does not match',
    { ...ALL, matchesFilter: false, showing: SHOW_NONE },
    hidden('filter'),
  ],
  [
    'seen and dismissed, none shown',
    { isSeen: true, isDismissed: true, showing: SHOW_NONE },
    hidden('seen'),
  ],
])('%s', (_, circumstances, visibility) => {
  expect(visibilityOf({ ...PLAIN, ...circumstances })).toEqual(visibility);
});
