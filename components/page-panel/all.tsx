import { plural, t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import { allItems } from './all-items';
import { Menu } from './menu';
import { OpenDialog } from './open-dialog';
import type { PanelView } from './panel-view';
import { TagAll } from './tag-all';
import { useDeferredStore } from './use-deferred-store';

/** Opening more tabs than this needs confirmation. */
const MAX_TABS_UNCONFIRMED = 15;

/** What has been chosen and asks for more: a tag, or whether to open so many tabs. */
export interface Asking {
  readonly for: 'tag' | 'tabs';
  readonly papers: readonly PaperId[];
}

interface AllProps {
  readonly view: PanelView;
  readonly onAsk: (asking: Asking) => void;
}

/** The menu of what can be done with all papers that match, or that are shown. Each is one undo. */
export function All({ view, onAsk }: AllProps) {
  const { bridge, state, summary } = view;
  const ui = useDeferredStore(bridge.ui);

  function open(papers: readonly PaperId[]): void {
    if (papers.length > MAX_TABS_UNCONFIRMED) onAsk({ for: 'tabs', papers });
    else bridge.openPapers(papers);
  }

  const onTag = (papers: readonly PaperId[]) => onAsk({ for: 'tag', papers });
  return (
    <Menu
      label={labelOf(summary)}
      items={() => allItems({ bridge, state, ui, onTag, onOpen: open })}
    />
  );
}

function labelOf({ matching, shown }: PanelView['summary']): string {
  if (matching === null) return plural('panelAllShown', shown);
  return matching === 0 ? t('panelAllNone') : plural('panelAllMatching', matching);
}

interface AskAllProps {
  readonly view: PanelView;
  readonly asking: Asking;
  /** What it opens next to. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Asks for what is missing. Outside of the menu, and of whatever the menu is in, as these close. */
export function AskAll({ view: { bridge }, asking, anchor, onClose }: AskAllProps) {
  const { papers } = asking;
  return asking.for === 'tag' ? (
    <TagAll
      count={papers.length}
      anchor={anchor}
      onTag={(tag) => bridge.changeAll(papers, { kind: 'tag', tag, value: true })}
      onClose={onClose}
    />
  ) : (
    <OpenDialog
      count={papers.length}
      onOpen={() => bridge.openPapers(papers.slice(0, LIMITS.tabsAtOnce))}
      onClose={onClose}
    />
  );
}
