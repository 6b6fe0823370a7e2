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
import { useLater } from './use-later';

/** More tabs than these are asked about before they are opened. */
const TABS_UNASKED = 15;

interface WholePageProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
}

/** What can be done to the papers of the page at once. Each is one undo. */
export function WholePage({ bridge, state }: WholePageProps) {
  const [tagging, setTagging] = useState<readonly PaperId[] | null>(null);
  const [opening, setOpening] = useState<readonly PaperId[] | null>(null);
  const { current, history, unanswered } = useLater(bridge.ui);

  function items(): MenuItem[][] {
    const host = state.site?.host ?? 'arxiv';
    const all = papersInScope(state);
    const above = undecidedAbove(state, current);
    const starred = starredPapers(state);
    const isFiltered = state.matching !== null;
    const isKnown = unanswered === 0; // or undo would take back another command than it names
    const some = (ids: readonly PaperId[], act: () => void) => (ids.length > 0 ? act : null);
    return [
      [
        {
          id: 'star',
          name: plural(isFiltered ? 'menuStarMatching' : 'menuStar', all.length),
          onChoose: some(all, () => bridge.changeAll(all, { kind: 'star', value: true })),
        },
        {
          id: 'tag',
          name: plural(isFiltered ? 'menuTagMatching' : 'menuTag', all.length),
          onChoose: some(all, () => setTagging(all)),
        },
        {
          id: 'dismiss',
          name: plural(isFiltered ? 'menuDismissMatching' : 'menuDismiss', all.length),
          onChoose: some(all, () => bridge.changeAll(all, { kind: 'dismiss', value: true })),
        },
        {
          id: 'dismissAbove',
          name: plural('menuDismissAbove', above.length),
          onChoose: some(above, () => bridge.changeAll(above, { kind: 'dismiss', value: true })),
        },
      ],
      [
        {
          id: 'openStarred',
          name: plural('menuOpenStarred', starred.length),
          onChoose: some(starred, () =>
            starred.length > TABS_UNASKED ? setOpening(starred) : bridge.openPapers(starred),
          ),
        },
        {
          id: 'copy',
          name: plural(isFiltered ? 'menuCopyMatching' : 'menuCopy', all.length),
          onChoose: some(all, () => void copy(linksOf(all, host))),
        },
        {
          id: 'copyStarred',
          name: plural('menuCopyStarred', starred.length),
          onChoose: some(starred, () => void copy(linksOf(starred, host))),
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

/** Many tabs are slow to open and a nuisance to close: no undo for that. */
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
