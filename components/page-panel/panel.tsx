import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { PageBridge } from '@/lib/page/bridge';
import { isPanelFolded } from '@/lib/page/panel-state';
import { summarize } from '@/lib/page/summary';
import { Bar } from './bar';
import { FoldedPanel } from './folded-panel';
import { Outdated } from './outdated';
import { hasPanel } from './panel-view';
import { useDeferredStore } from './use-deferred-store';

/** The bar along the bottom edge of a listing; folded, a tab in its corner. Outdated, it is unfolded to say so. */
export function Panel({ bridge }: { readonly bridge: PageBridge }) {
  const state = useDeferredStore(bridge.store);
  const isFolded = useStore(bridge.panel, isPanelFolded);
  const summary = useMemo(() => summarize(state), [state]);
  /** Whether the user pressed what folds or unfolds it: what takes its place keeps the focus. */
  const wasPressed = useRef(false);
  if (!hasPanel(state)) return null;

  function fold(folds: boolean): void {
    wasPressed.current = true;
    bridge.foldPanel(folds);
  }

  const shared = { view: { bridge, state, summary }, takesFocus: wasPressed.current };
  return (
    <section className="panel" aria-label="Winnow">
      {state.outdated ? (
        <Outdated />
      ) : isFolded ? (
        <FoldedPanel {...shared} onUnfold={() => fold(false)} />
      ) : (
        <Bar {...shared} onFold={() => fold(true)} />
      )}
    </section>
  );
}
