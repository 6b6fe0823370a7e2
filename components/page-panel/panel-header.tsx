import { useMemo } from 'react';
import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { isNew, type PageState } from '@/lib/page/store';
import { PanelButton } from './panel-button';

const NEXT_CORNER = {
  'bottom-right': 'bottom-left',
  'bottom-left': 'top-left',
  'top-left': 'top-right',
  'top-right': 'bottom-right',
} as const;

interface PanelHeaderProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
  readonly decided: number;
  readonly papers: number;
}

/** How far the page is triaged, and buttons for the panel itself. */
export function PanelHeader({ bridge, state, decided, papers }: PanelHeaderProps) {
  const { corner } = useStore(bridge.panel);
  const fresh = useMemo(() => newPapers(state), [state]);
  return (
    <header>
      <strong>{t('panelDecided', decided, papers)}</strong>
      {fresh > 0 && <span className="quiet">{t('panelNew', fresh)}</span>}
      <span className="spacer" />
      <PanelButton
        name={t('panelKeys')}
        sign="?"
        onPress={() => bridge.ui.setState({ isHelpOpen: true })}
      />
      <PanelButton
        name={t('panelMove')}
        hint={t('panelMoveHint')}
        sign="⤢"
        onPress={() => bridge.setPanel({ corner: NEXT_CORNER[corner] })}
      />
      <PanelButton
        name={t('panelCollapse')}
        hint={t('panelCollapseHint')}
        sign="–"
        onPress={() => bridge.setPanel({ isCollapsed: true })}
      />
    </header>
  );
}

/** How many papers of the page were not there on the last visit. */
function newPapers(state: PageState): number {
  return new Set(state.rows.map(({ id }) => id).filter((id) => isNew(state, id))).size;
}
