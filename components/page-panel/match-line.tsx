import { plural, t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import { PanelButton } from './panel-button';

interface MatchLineProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
  readonly papers: number;
  /** `null`: nothing is filtered. */
  readonly matching: number | null;
}

/** How many papers match, with ways to show all and to go from one match or hit to the next. */
export function MatchLine({ bridge, state, papers, matching }: MatchLineProps) {
  return (
    <div className="line">
      <span role="status">
        {matching === null ? plural('papers', papers) : t('panelMatch', matching, papers)}
      </span>
      {state.filter.text !== '' && (
        <button type="button" className="link" onClick={() => bridge.setFilter('')}>
          {t('panelShowAll')}
        </button>
      )}
      <span className="spacer" />
      {(matching !== null || state.hits.size > 0) && (
        <>
          <PanelButton name={t('panelPrevious')} sign="↑" onPress={() => bridge.jump(-1)} />
          <PanelButton name={t('panelNext')} sign="↓" onPress={() => bridge.jump(1)} />
        </>
      )}
    </div>
  );
}
