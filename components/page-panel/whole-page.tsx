import { useState } from 'react';
import { Modal } from '@/components/design/modal';
import { plural, t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import { linksOf, papersInScope, starredPapers, undecidedAbove } from '@/lib/page/whole-page';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import { Menu, type MenuItem } from './menu';
import { TagAllForm } from './tag-all-form';
import { useDeferredStore } from './use-deferred-store';

/** Opening more tabs than this needs confirmation. */
const MAX_TABS_UNCONFIRMED = 15;

interface WholePageProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
}

/** Actions on all papers of the page. Each is undone in one step. */
export function WholePage({ bridge, state }: WholePageProps) {
  const [tagging, setTagging] = useState<readonly PaperId[] | null>(null);
  const [opening, setOpening] = useState<readonly PaperId[] | null>(null);
  const { current, history, unanswered } = useDeferredStore(bridge.ui);

  function items(): MenuItem[][] {
    const host = state.site?.host ?? 'arxiv';
    const all = papersInScope(state);
    const above = undecidedAbove(state, current);
    const starred = starredPapers(state);
    const isFiltered = state.matching !== null;
    const isKnown = unanswered === 0; // otherwise undo could hit another command than it names
    const ifAny = (ids: readonly PaperId[], action: () => void) => (ids.length > 0 ? action : null);
    return [
      [
        {
          id: 'star',
          name: plural(isFiltered ? 'menuStarMatching' : 'menuStar', all.length),
          onChoose: ifAny(all, () => bridge.changeAll(all, { kind: 'star', value: true })),
        },
        {
          id: 'tag',
          name: plural(isFiltered ? 'menuTagMatching' : 'menuTag', all.length),
          onChoose: ifAny(all, () => setTagging(all)),
        },
        {
          id: 'dismiss',
          name: plural(isFiltered ? 'menuDismissMatching' : 'menuDismiss', all.length),
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
          onChoose: ifAny(starred, () =>
            starred.length > MAX_TABS_UNCONFIRMED
              ? setOpening(starred)
              : bridge.openPapers(starred),
          ),
        },
        {
          id: 'copy',
          name: plural(isFiltered ? 'menuCopyMatching' : 'menuCopy', all.length),
          onChoose: ifAny(all, () => void copy(linksOf(all, host))),
        },
        {
          id: 'copyStarred',
          name: plural('menuCopyStarred', starred.length),
          onChoose: ifAny(starred, () => void copy(linksOf(starred, host))),
        },
      ],
      [
        {
          id: 'undo',
          name: history.undo === null ? t('menuNoUndo') : t('menuUndo', history.undo),
          onChoose: isKnown && history.undo !== null ? () => bridge.undoLatest() : null,
        },
        {
          id: 'redo',
          name: history.redo === null ? t('menuNoRedo') : t('menuRedo', history.redo),
          onChoose: isKnown && history.redo !== null ? () => bridge.redoLatest() : null,
        },
      ],
    ];
  }

  async function copy(links: readonly string[]): Promise<void> {
    try {
      await navigator.clipboard.writeText(links.join('\n'));
      bridge.say(plural('menuCopied', links.length));
    } catch {
      bridge.say(t('menuNotCopied'));
    }
  }

  return (
    <>
      <div className="line">
        <Menu label={t('menuWholePage')} items={items} />
      </div>
      {tagging && (
        <TagAllForm
          count={tagging.length}
          onTag={(tag) => bridge.changeAll(tagging, { kind: 'tag', tag, value: true })}
          onClose={() => setTagging(null)}
        />
      )}
      {opening && (
        <OpenDialog
          count={opening.length}
          onOpen={() => bridge.openPapers(opening.slice(0, LIMITS.tabsAtOnce))}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  );
}

interface OpenDialogProps {
  readonly count: number;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Asks before opening many tabs, which cannot be undone. */
function OpenDialog({ count, onOpen, onClose }: OpenDialogProps) {
  const opened = Math.min(count, LIMITS.tabsAtOnce);
  return (
    <Modal
      className="help ask"
      role="alertdialog"
      aria-label={plural('openAsk', opened)}
      onClose={onClose}
      isFirm
    >
      <div className="help-body">
        <h2>{plural('openAsk', opened)}</h2>
        {opened < count && <p>{t('openFirstOf', opened, count)}</p>}
        <footer>
          <button type="button" onClick={onClose}>
            {t('openCancel')}
          </button>
          <button
            type="button"
            className="main"
            autoFocus
            onClick={() => {
              onOpen();
              onClose();
            }}
          >
            {t('openAll')}
          </button>
        </footer>
      </div>
    </Modal>
  );
}
