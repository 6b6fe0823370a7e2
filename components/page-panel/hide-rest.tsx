import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PanelView } from './panel-view';

/** Whether the filter hides what does not match, or only marks what does. */
export function HideRest({ bridge }: PanelView) {
  const hidesRest = useStore(bridge.store, ({ showing }) => showing.hidesRest); // live: answers at once
  return (
    <label className="hide-rest">
      <input
        type="checkbox"
        checked={hidesRest}
        onChange={({ target }) => bridge.setShowing({ hidesRest: target.checked })}
      />
      {t('panelHideRest')}
    </label>
  );
}
