import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { HelpIcon, LibraryIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { LostLine } from '@/components/failure/lost-line';
import { withKeyName } from '@/components/keys/key-name';
import { useActionKeys } from '@/components/keys/use-action-keys';
import { useBrowserKey } from '@/components/keys/use-browser-keys';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { followKeySettings } from '@/components/keys/use-keys';
import { usePage } from '@/components/page-link/use-page';
import type { ListHandle } from '@/components/paper-list/paper-list';
import { ReadingList } from '@/components/reading-list/reading-list';
import { TriageToast } from '@/components/triage/triage-toast';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { Viewer } from '@/lib/protocol/popup-port';
import type { AnywhereActionIn } from '@/lib/triage/actions';
import { openLibrary } from '@/lib/util/library-tab';
import { PopupTabs, TAB_ACTIONS, TAB_PANEL_ID, type TabName, tabId } from './popup-tabs';
import { SiteAccess } from './site-access';

/** The tab that was shown last. Read before the first paint, so not among the settings. */
const SHOWN = 'winnow:popup-tab';

// There is time to load it: it shows nothing until the page has answered.
const LeftDrafts = later(() =>
  import('@/components/note-editor/left-drafts').then((module) => module.LeftDrafts),
);
const ThisPage = later(() => import('./this-page').then((module) => module.ThisPage));
const Help = later(() => import('@/components/keys/help').then((module) => module.Help));

interface PopupProps {
  /** Shown at the end of the line of tabs. */
  readonly corner?: ReactNode;
  readonly viewer?: Viewer;
}

/** The popup, also used in the side panel: the papers of the active tab, and the reading list. */
export function Popup({ corner, viewer = 'popup' }: PopupProps) {
  const [shown, setShown] = useState<TabName>(() =>
    localStorage.getItem(SHOWN) === 'list' ? 'list' : 'page',
  );
  const [isByKeys, setByKeys] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const page = usePage(viewer);
  const keyHint = useKeyHint('popup');
  const libraryKey = useBrowserKey('open-library');

  function show(tab: TabName, byKeys: boolean): void {
    setShown(tab);
    setByKeys(byKeys);
    localStorage.setItem(SHOWN, tab);
  }

  function toSearch(): void {
    search.current?.focus();
    search.current?.select();
  }

  useEffect(followKeySettings, []);
  useActionKeys('popup', {
    filter: toSearch,
    next: () => list.current?.focus(), // from outside the list, which has its own keys
    [TAB_ACTIONS.page]: () => show('page', false),
    [TAB_ACTIONS.list]: () => show('list', false),
    undo: () => void triageActions.undoLatest(),
    redo: () => void triageActions.redoLatest(),
    help: () => setHelpOpen(true),
  } satisfies Record<AnywhereActionIn<'popup'> | 'next', () => void>);

  const shared = { focusSearch: !isByKeys, search, list, onLeave: toSearch };
  return (
    <main className="popup">
      <h1 className="unseen">Winnow</h1>
      <div className="top">
        <PopupTabs shown={shown} onShow={show} />
        <span className="spacer" />
        <IconButton
          name={t('popupHelp')}
          hint={keyHint(t('popupHelp'), 'help')}
          aria-haspopup="dialog"
          onClick={() => setHelpOpen(true)}
        >
          <HelpIcon />
        </IconButton>
        <IconButton
          name={t('commandOpenLibrary')}
          hint={withKeyName(t('commandOpenLibrary'), libraryKey)}
          onClick={() => void openLibrary()}
        >
          <LibraryIcon />
        </IconButton>
        {corner}
      </div>
      <LostLine />
      <div id={TAB_PANEL_ID} className="tab-panel" role="tabpanel" aria-labelledby={tabId(shown)}>
        {shown === 'page' && <SiteAccess />}
        {shown === 'page' ? <ThisPage page={page} {...shared} /> : <ReadingList {...shared} />}
      </div>
      <LeftDrafts />
      <TriageToast place="popup" />
      {isHelpOpen && <Help place="popup" onClose={() => setHelpOpen(false)} />}
    </main>
  );
}
