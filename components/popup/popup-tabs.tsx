import type { KeyboardEvent } from 'react';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { type ActionIn, nameOf } from '@/lib/triage/actions';

const TABS = ['page', 'list'] as const;
export type TabName = (typeof TABS)[number];

/** The action that shows each tab. */
export const TAB_ACTIONS = { page: 'thisPage', list: 'readingList' } as const satisfies Record<
  TabName,
  ActionIn<'popup'>
>;

/** The id of the panel with the content of the tab. */
export const TAB_PANEL_ID = 'panel';

interface PopupTabsProps {
  readonly shown: TabName;
  readonly onShow: (tab: TabName, isByKeys: boolean) => void;
}

/** The tabs of the popup, which arrow keys switch: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function PopupTabs({ shown, onShow }: PopupTabsProps) {
  const keyHint = useKeyHint('popup');
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = TABS.find((tab) => tab !== shown) ?? shown;
    onShow(other, true);
    document.getElementById(tabId(other))?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label="Winnow" onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-selected={tab === shown}
          aria-controls={TAB_PANEL_ID}
          tabIndex={tab === shown ? 0 : -1}
          title={keyHint(nameOf(TAB_ACTIONS[tab], 'popup'), TAB_ACTIONS[tab])}
          onClick={() => onShow(tab, false)}
        >
          {nameOf(TAB_ACTIONS[tab], 'popup')}
        </button>
      ))}
    </div>
  );
}

export function tabId(tab: TabName): string {
  return `tab-${tab}`;
}
