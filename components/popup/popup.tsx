import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Toast } from '@/components/triage/toast';
import { ReadingList } from './reading-list';
import { ThisPage } from './this-page';
import { usePage } from './use-page';

const TABS = ['This page', 'Reading list'] as const;
type TabName = (typeof TABS)[number];

interface PopupProps {
  /** Stands at the end of the line of tabs. */
  readonly corner?: ReactNode;
}

/** The popup, and what the side panel shows: the papers of the active tab, and the reading list. */
export function Popup({ corner }: PopupProps) {
  const [shown, show] = useState<TabName>('This page');
  const [isByKeys, setByKeys] = useState(false);
  const page = usePage();

  /** Arrow keys move between tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = TABS.find((tab) => tab !== shown) ?? shown;
    show(other);
    setByKeys(true);
    document.getElementById(tabId(other))?.focus();
  }

  return (
    <main className="popup">
      <h1 className="unseen">Winnow</h1>
      <div className="top">
        <div className="tabs" role="tablist" aria-label="Winnow" onKeyDown={onKeyDown}>
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
              {tab}
            </button>
          ))}
        </div>
        {corner}
      </div>
      <div id={PANEL_ID} className="tab-panel" role="tabpanel" aria-labelledby={tabId(shown)}>
        {shown === 'This page' ? (
          <ThisPage page={page} focusSearch={!isByKeys} />
        ) : (
          <ReadingList focusSearch={!isByKeys} />
        )}
      </div>
      <Toast />
    </main>
  );
}

const PANEL_ID = 'panel';

function tabId(tab: TabName): string {
  return tab === 'This page' ? 'tab-page' : 'tab-list';
}
