import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { HelpIcon, LibraryIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { LostLine } from '@/components/failure/lost-line';
import { usePage } from '@/components/page-link/use-page';
import type { HelpKeys } from '@/components/paper-list/help';
import {
  hasModifier,
  isForText,
  type PageAction,
  pageActionOf,
} from '@/components/paper-list/list-keys';
import type { ListHandle } from '@/components/paper-list/paper-list';
import { TriageToast } from '@/components/triage/triage-toast';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import { openLibrary } from '@/lib/util/library-tab';
import { ReadingList } from './reading-list';
import { SiteAccess } from './site-access';

const TABS = ['page', 'list'] as const;
type TabName = (typeof TABS)[number];

/** The tab that was shown last. Read before the first paint, so not among the settings. */
const SHOWN = 'winnow:popup-tab';

// Shows nothing before the page has answered, so there is time to load it.
const LeftDrafts = later(() =>
  import('@/components/note-editor/left-drafts').then((module) => module.LeftDrafts),
);
const ThisPage = later(() => import('./this-page').then((module) => module.ThisPage));
const Help = later(() => import('@/components/paper-list/help').then((module) => module.Help));

/** All keys of the popup, and what they do. */
const KEYS: HelpKeys = [
  { keys: ['/'], does: 'popupHelp_search' },
  { keys: ['↓', '↑', 'j', 'k'], does: 'popupHelp_move' },
  { keys: ['Enter', 'o'], does: 'popupHelp_open' },
  { keys: ['Space', 'a'], does: 'popupHelp_abstract' },
  { keys: ['s'], does: 'popupHelp_star' },
  { keys: ['t'], does: 'popupHelp_tags' },
  { keys: ['r'], does: 'popupHelp_status' },
  { keys: ['n'], does: 'popupHelp_note' },
  { keys: ['x'], does: 'popupHelp_dismiss' },
  { keys: ['Delete'], does: 'popupHelp_remove' },
  { keys: ['l'], does: 'popupHelp_show' },
  { keys: ['u'], does: 'popupHelp_undo' },
  { keys: ['U'], does: 'popupHelp_redo' },
  { keys: ['1', '2'], does: 'popupHelp_tabs' },
  { keys: ['Esc'], does: 'popupHelp_back' },
  { keys: ['?'], does: 'popupHelp_help' },
];

interface PopupProps {
  /** Stands at the end of the line of tabs. */
  readonly corner?: ReactNode;
}

/** The popup, and what the side panel shows: the papers of the active tab, and the reading list. */
export function Popup({ corner }: PopupProps) {
  const [shown, setShown] = useState<TabName>(() =>
    localStorage.getItem(SHOWN) === 'list' ? 'list' : 'page',
  );
  const [isByKeys, setByKeys] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const page = usePage();

  function show(tab: TabName): void {
    setShown(tab);
    localStorage.setItem(SHOWN, tab);
  }

  /** Arrow keys move between tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
  function onTabKey(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = TABS.find((tab) => tab !== shown) ?? shown;
    show(other);
    setByKeys(true);
    document.getElementById(tabId(other))?.focus();
  }

  function toSearch(): void {
    search.current?.focus();
    search.current?.select();
  }

  /** Keys that work wherever the keyboard is, but for texts. The list has its own. */
  const onKey = useRef((_: globalThis.KeyboardEvent) => {});
  onKey.current = (event) => {
    if (event.defaultPrevented || isForText(event)) return;
    const action = pageActionOf(event);
    const work = action ? pageWork[action] : hasModifier(event) ? null : own(event.key);
    if (!work) return;
    event.preventDefault();
    work();
  };
  const pageWork: Readonly<Record<PageAction, () => void>> = {
    search: toSearch,
    help: () => setHelpOpen(true),
    undo: () => void triageActions.undoLatest(),
    redo: () => void triageActions.redoLatest(),
  };
  function own(key: string): (() => void) | null {
    switch (key) {
      case '1':
      case '2':
        return () => {
          show(TABS[Number(key) - 1] ?? shown);
          setByKeys(false);
        };
      case 'ArrowDown':
      case 'j':
        return () => list.current?.focus();
      default:
        return null;
    }
  }
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => onKey.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  const shared = { focusSearch: !isByKeys, search, list, onLeave: toSearch };
  return (
    <main className="popup">
      <h1 className="unseen">Winnow</h1>
      <div className="top">
        <div className="tabs" role="tablist" aria-label="Winnow" onKeyDown={onTabKey}>
          {TABS.map((tab) => (
            <button
              key={tab}
              id={tabId(tab)}
              type="button"
              role="tab"
              aria-selected={tab === shown}
              aria-controls={PANEL_ID}
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => {
                show(tab);
                setByKeys(false);
              }}
            >
              {t(`popupTab_${tab}`)}
            </button>
          ))}
        </div>
        <span className="spacer" />
        <IconButton name={t('popupHelp')} aria-haspopup="dialog" onClick={() => setHelpOpen(true)}>
          <HelpIcon />
        </IconButton>
        <IconButton name={t('commandOpenLibrary')} onClick={() => void openLibrary()}>
          <LibraryIcon />
        </IconButton>
        {corner}
      </div>
      <LostLine />
      <div id={PANEL_ID} className="tab-panel" role="tabpanel" aria-labelledby={tabId(shown)}>
        {shown === 'page' && <SiteAccess />}
        {shown === 'page' ? <ThisPage page={page} {...shared} /> : <ReadingList {...shared} />}
      </div>
      <LeftDrafts />
      <TriageToast />
      {isHelpOpen && <Help keys={KEYS} onClose={() => setHelpOpen(false)} />}
    </main>
  );
}

const PANEL_ID = 'panel';

function tabId(tab: TabName): string {
  return `tab-${tab}`;
}
