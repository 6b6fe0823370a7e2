import { useMemo } from 'react';
import { useStore } from 'zustand';
import { plural } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { summarize } from '@/lib/page/summary';
import { ActiveRules } from './active-rules';
import { FetchAbstracts } from './fetch-abstracts';
import { FilterBox } from './filter-box';
import { HiddenRows } from './hidden-rows';
import { MatchActions } from './match-actions';
import { MatchLine } from './match-line';
import { PanelHeader } from './panel-header';
import { ShowingToggles } from './showing-toggles';
import { useDeferredStore } from './use-deferred-store';
import { WholePage } from './whole-page';

/** Counts, filter, hidden rows with reasons, and rules. Collapses to a small handle. */
export function Panel({ bridge }: { readonly bridge: PageBridge }) {
  const state = useDeferredStore(bridge.store);
  const panel = useStore(bridge.panel);
  const summary = useMemo(() => summarize(state), [state]);
  if (state.site?.kind !== 'listing' || state.rows.length === 0) return null;

  const { papers, decided, matching, hidden, hits } = summary;
  if (panel.isCollapsed) {
    return (
      <section className="panel handle" aria-label="Winnow" data-corner={panel.corner}>
        <button type="button" onClick={() => bridge.setPanel({ isCollapsed: false })}>
          Winnow{' '}
          <span className="quiet">{matching === null ? papers : `${matching}/${papers}`}</span>
        </button>
      </section>
    );
  }
  return (
    <section className="panel" aria-label="Winnow" data-corner={panel.corner}>
      <PanelHeader bridge={bridge} state={state} decided={decided} papers={papers} />
      <FilterBox bridge={bridge} />
      <MatchLine bridge={bridge} state={state} papers={papers} matching={matching} />
      {state.filter.problems.map((problem) => (
        <p key={problem} className="problem">
          {problem}
        </p>
      ))}
      {matching !== null && <MatchActions bridge={bridge} matching={matching} />}
      <WholePage bridge={bridge} state={state} />
      <ShowingToggles bridge={bridge} state={state} />
      <HiddenRows bridge={bridge} hidden={hidden} />
      <ActiveRules bridge={bridge} state={state} hits={hits} />
      <FetchAbstracts bridge={bridge} state={state} />
      {state.unreadable > 0 && (
        <p className="problem">{plural('panelUnreadable', state.unreadable)}</p>
      )}
    </section>
  );
}
