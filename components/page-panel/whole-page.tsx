import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { plural, t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { linksOf, papersInScope, starredPapers, undecidedAbove } from '@/lib/page/whole-page';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/command';
import { Menu, type MenuItem } from './menu';
import { TagAllForm } from './tag-all-form';

/** More tabs than these are asked about before they are opened. */
const TABS_UNASKED = 15;

/** What can be done to the papers of the page at once. Each is one undo. */
export function WholePage({ bridge }: { readonly bridge: PageBridge }) {
  const [tagging, setTagging] = useState<readonly PaperId[] | null>(null);
  const [opening, setOpening] = useState<readonly PaperId[] | null>(null);
  const history = useStore(bridge.ui, (ui) => ui.history);

  function items(): MenuItem[][] {
    const state = bridge.store.getState();
    const host = state.site?.host ?? 'arxiv';
    const all = papersInScope(state);
    const above = undecidedAbove(state, bridge.ui.getState().current);
    const starred = starredPapers(state);
    const isFiltered = state.matching !== null;
    const some = (ids: readonly PaperId[], act: () => void) => (ids.length > 0 ? act : null);
    return [
      [
        {
          name: plural(isFiltered ? 'menuStarMatching' : 'menuStar', all.length),
          onChoose: some(all, () => bridge.changeAll(all, { kind: 'star', value: true })),
        },
        {
          name: plural(isFiltered ? 'menuTagMatching' : 'menuTag', all.length),
          onChoose: some(all, () => setTagging(all)),
        },
        {
          name: plural(isFiltered ? 'menuDismissMatching' : 'menuDismiss', all.length),
          onChoose: some(all, () => bridge.changeAll(all, { kind: 'dismiss', value: true })),
        },
        {
          name: plural('menuDismissAbove', above.length),
          onChoose: some(above, () => bridge.changeAll(above, { kind: 'dismiss', value: true })),
        },
      ],
      [
        {
          name: plural('menuOpenStarred', starred.length),
          onChoose: some(starred, () =>
            starred.length > TABS_UNASKED ? setOpening(starred) : bridge.openPapers(starred),
          ),
        },
        {
          name: plural(isFiltered ? 'menuCopyMatching' : 'menuCopy', all.length),
          onChoose: some(all, () => void copy(linksOf(all, host))),
        },
        {
          name: plural('menuCopyStarred', starred.length),
          onChoose: some(starred, () => void copy(linksOf(starred, host))),
        },
      ],
      [
        {
          name: history.undo === null ? t('menuNoUndo') : t('menuUndo', history.undo),
          onChoose: history.undo === null ? null : () => bridge.undoLatest(),
        },
        {
          name: history.redo === null ? t('menuNoRedo') : t('menuRedo', history.redo),
          onChoose: history.redo === null ? null : () => bridge.redoLatest(),
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
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = Math.min(count, LIMITS.tabsAtOnce);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help ask"
      role="alertdialog"
      aria-label={plural('openAsk', opened)}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
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
    </dialog>
  );
}
