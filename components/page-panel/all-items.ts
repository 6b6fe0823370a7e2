import { withKey } from '@/components/keys/key-name';
import { plural, t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import { linksOf, papersInScope, starredPapers, undecidedAbove } from '@/lib/page/whole-page';
import type { PaperId } from '@/lib/paper';
import type { MenuItem } from './menu';

interface AllItems {
  readonly bridge: PageBridge;
  readonly state: PageState;
  readonly ui: ReturnType<PageBridge['ui']['getState']>;
  readonly onTag: (papers: readonly PaperId[]) => void;
  readonly onOpen: (papers: readonly PaperId[]) => void;
}

/** What can be done with all papers that match, or else are shown, as they are by now. */
export function allItems(options: AllItems): MenuItem[][] {
  const { bridge, state, onTag, onOpen } = options;
  const { current, history, unanswered } = options.ui;
  const keys = bridge.keys.getState();
  const host = state.site?.host ?? 'arxiv';
  const all = papersInScope(state);
  const above = undecidedAbove(state, current);
  const starred = starredPapers(state);
  const isKnown = unanswered === 0; // otherwise undo could hit another command than it names
  const ifAny = (ids: readonly PaperId[], action: () => void) => (ids.length > 0 ? action : null);
  return [
    [
      {
        id: 'star',
        name: t('menuStar'),
        onChoose: ifAny(all, () => bridge.changeAll(all, { kind: 'star', value: true })),
      },
      {
        id: 'tag',
        name: t('menuTag'),
        onChoose: ifAny(all, () => onTag(all)),
      },
      {
        id: 'dismiss',
        name: t('menuDismiss'),
        onChoose: ifAny(all, () => bridge.changeAll(all, { kind: 'dismiss', value: true })),
      },
      {
        id: 'dismissAbove',
        name: plural('menuDismissAbove', above.length),
        onChoose: ifAny(above, () => bridge.changeAll(above, { kind: 'dismiss', value: true })),
      },
    ],
    [
      {
        id: 'openStarred',
        name: plural('menuOpenStarred', starred.length),
        onChoose: ifAny(starred, () => onOpen(starred)),
      },
      {
        id: 'copy',
        name: t('menuCopy'),
        onChoose: ifAny(all, () => void copy(bridge, linksOf(all, host))),
      },
      {
        id: 'copyStarred',
        name: plural('menuCopyStarred', starred.length),
        onChoose: ifAny(starred, () => void copy(bridge, linksOf(starred, host))),
      },
    ],
    [
      {
        id: 'undo',
        name: history.undo === null ? t('menuNoUndo') : t('menuUndo', history.undo),
        hint: withKey(t('undo'), keys, 'page', 'undo'),
        onChoose: isKnown && history.undo !== null ? () => bridge.undoLatest() : null,
      },
      {
        id: 'redo',
        name: history.redo === null ? t('menuNoRedo') : t('menuRedo', history.redo),
        hint: withKey(t('redo'), keys, 'page', 'redo'),
        onChoose: isKnown && history.redo !== null ? () => bridge.redoLatest() : null,
      },
    ],
  ];
}

async function copy(bridge: PageBridge, links: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(links.join('\n'));
    bridge.say(plural('menuCopied', links.length));
  } catch {
    bridge.say(t('menuNotCopied'));
  }
}
