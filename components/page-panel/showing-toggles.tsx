import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { type PageState, shownState } from '@/lib/page/store';
import type { Showing } from '@/lib/settings/showing';

interface ShowingTogglesProps {
  readonly bridge: PageBridge;
  /** For the counts; may lag behind the store. */
  readonly state: PageState;
}

/** Toggles for kinds of rows, with counts; kinds that are absent from the page are left out. */
export function ShowingToggles({ bridge, state }: ShowingTogglesProps) {
  const showing = useStore(bridge.store, (now) => now.showing); // live, so that checkboxes respond immediately
  const count = (isOne: (row: (typeof state.rows)[number]) => boolean) =>
    new Set(state.rows.filter(isOne).map(({ id }) => id)).size;
  const kinds: readonly (readonly [Exclude<keyof Showing, 'hidesRest'>, number])[] = [
    ['dismissed', count(({ id }) => shownState(state, id).dismissed)],
    ['seen', count(({ id }) => state.visits.seen.has(id))],
    ['cross', count(({ section }) => section === 'cross')],
    ['replaced', count(({ section }) => section === 'replaced')],
  ];
  const present = kinds.filter(([, papers]) => papers > 0);

  return (
    <fieldset className="toggles">
      <legend className="unseen">{t('panelShow')}</legend>
      {present.map(([kind, papers]) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={showing[kind]}
            onChange={(event) => bridge.setShowing({ [kind]: event.target.checked })}
          />
          {t(`panelShow_${kind}`)} <span className="quiet">{papers}</span>
        </label>
      ))}
      {state.matching && (
        <label>
          <input
            type="checkbox"
            checked={showing.hidesRest}
            onChange={(event) => bridge.setShowing({ hidesRest: event.target.checked })}
          />
          {t('panelHideRest')}
        </label>
      )}
    </fieldset>
  );
}
