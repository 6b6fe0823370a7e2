import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { plural, t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { isNew } from '@/lib/page/store';
import { summarize } from '@/lib/page/summary';
import { FetchAbstracts } from './fetch-abstracts';
import { MatchActions } from './match-actions';
import { Rules } from './rules';
import { ShowingToggles } from './showing-toggles';
import { useDeferredStore } from './use-deferred-store';
import { WholePage } from './whole-page';

/** Counts, filter, hidden rows with reasons, and rules. Collapses to a small handle. */
export function Panel({ bridge }: { readonly bridge: PageBridge }) {
  const state = useDeferredStore(bridge.store);
  const panel = useStore(bridge.panel);
  const summary = useMemo(() => summarize(state), [state]);
  if (state.site?.kind !== 'listing' || state.rows.length === 0) return null;

  const { papers, decided, matching, hidden } = summary;
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
  const fresh = new Set(state.rows.map(({ id }) => id).filter((id) => isNew(state, id))).size;
  return (
    <section className="panel" aria-label="Winnow" data-corner={panel.corner}>
      <header>
        <strong>{t('panelDecided', decided, papers)}</strong>
        {fresh > 0 && <span className="quiet">{t('panelNew', fresh)}</span>}
        <span className="spacer" />
        <button
          type="button"
          className="icon"
          aria-label={t('panelKeys')}
          title={t('panelKeys')}
          onClick={() => bridge.ui.setState({ isHelpOpen: true })}
        >
          ?
        </button>
        <button
          type="button"
          className="icon"
          aria-label={t('panelMove')}
          title={t('panelMoveHint')}
          onClick={() => bridge.setPanel({ corner: NEXT_CORNER[panel.corner] })}
        >
          ⤢
        </button>
        <button
          type="button"
          className="icon"
          aria-label={t('panelCollapse')}
          title={t('panelCollapseHint')}
          onClick={() => bridge.setPanel({ isCollapsed: true })}
        >
          –
        </button>
      </header>
      <FilterBox bridge={bridge} />
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
            <button
              type="button"
              className="icon"
              aria-label={t('panelPrevious')}
              title={t('panelPrevious')}
              onClick={() => bridge.jump(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="icon"
              aria-label={t('panelNext')}
              title={t('panelNext')}
              onClick={() => bridge.jump(1)}
            >
              ↓
            </button>
          </>
        )}
      </div>
      {state.filter.problems.map((problem) => (
        <p key={problem} className="problem">
          {problem}
        </p>
      ))}
      {matching !== null && <MatchActions bridge={bridge} matching={matching} />}
      <WholePage bridge={bridge} state={state} />
      <ShowingToggles bridge={bridge} state={state} />
      {hidden.length > 0 && (
        <ul className="hidden" aria-label={t('panelHiddenRows')}>
          {hidden.map(({ reason, text, papers: count }) => (
            <li key={reason.kind === 'muted' ? reason.rule : reason.kind}>
              {t('panelHidden', count, text)}
              <button
                type="button"
                className="link"
                aria-label={t('panelRevealNamed', text)}
                onClick={() => bridge.reveal(reason)}
              >
                {t('panelReveal')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Rules bridge={bridge} state={state} hits={summary.hits} />
      <FetchAbstracts bridge={bridge} state={state} />
      {state.unreadable > 0 && (
        <p className="problem">{plural('panelUnreadable', state.unreadable)}</p>
      )}
    </section>
  );
}

const NEXT_CORNER = {
  'bottom-right': 'bottom-left',
  'bottom-left': 'top-left',
  'top-left': 'top-right',
  'top-right': 'bottom-right',
} as const;

function FilterBox({ bridge }: { readonly bridge: PageBridge }) {
  const text = useStore(bridge.store, ({ filter }) => filter.text);
  const isAsked = useStore(bridge.ui, ({ isFilterAsked }) => isFilterAsked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    box.current?.select();
    bridge.ui.setState({ isFilterAsked: false });
  }, [bridge, isAsked]);
  return (
    <input
      ref={box}
      type="search"
      aria-label={t('panelFilter')}
      placeholder={t('panelFilterHint')}
      value={text}
      spellCheck={false}
      onChange={(event) => bridge.setFilter(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing)
          bridge.jump(event.shiftKey ? -1 : 1);
        if (event.key === 'Escape' && text === '') event.currentTarget.blur(); // back to the rows
        event.stopPropagation(); // keep keys from the site's shortcuts
      }}
    />
  );
}
