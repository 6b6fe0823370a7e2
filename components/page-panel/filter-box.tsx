import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { withKey } from '@/components/keys/key-name';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';

/** The box that narrows the page. Enter goes to the next match, Escape in the empty box to the rows. */
export function FilterBox({ bridge }: { readonly bridge: PageBridge }) {
  const text = useStore(bridge.store, ({ filter }) => filter.text);
  const isAsked = useStore(bridge.ui, ({ isFilterAsked }) => isFilterAsked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    box.current?.select();
    bridge.ui.setState({ isFilterAsked: false });
  }, [bridge, isAsked]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation(); // keep keys from the site's shortcuts
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      bridge.jump(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && text === '') event.currentTarget.blur();
  }

  return (
    <input
      ref={box}
      type="search"
      aria-label={t('panelFilter')}
      title={withKey(t('panelFilter'), useStore(bridge.keys), 'page', 'filter')}
      placeholder={t('panelFilterHint')}
      value={text}
      spellCheck={false}
      onChange={({ target }) => bridge.setFilter(target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
