import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import { countPapers, isSeen, type PageState, shownState } from '@/lib/page/store';
import type { Summary } from '@/lib/page/summary';
import { labelOf, type Rule } from '@/lib/protocol/rule';
import type { Showing } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import type { PanelView } from './panel-view';
import { Part } from './part';

type Kind = Exclude<keyof Showing, 'hidesRest'>;

/** Whether a row is of a kind that can be hidden. */
const IS_KIND: Readonly<Record<Kind, (state: PageState, row: Row) => boolean>> = {
  dismissed: (state, { id }) => shownState(state, id).dismissed,
  seen: (state, { id }) => isSeen(state, id),
  cross: (_, { section }) => section === 'cross',
  replaced: (_, { section }) => section === 'replaced',
};
const KINDS = Object.keys(IS_KIND) as readonly Kind[];

/** What of the page can be shown or not; each with its number of papers. */
export interface Choices {
  readonly kinds: readonly { readonly kind: Kind; readonly papers: number }[];
  readonly mutes: readonly { readonly rule: Rule; readonly papers: number }[];
}

/** The kinds of rows that are on the page, and the mute rules that hit any of it. */
export function choicesOf(state: PageState, { hits }: Summary): Choices {
  const kinds = KINDS.map((kind) => ({
    kind,
    papers: countPapers(state.rows.filter((row) => IS_KIND[kind](state, row))),
  }));
  const mutes = state.rules.map((rule, index) => ({ rule, papers: hits[index] ?? 0 }));
  return {
    kinds: kinds.filter(({ papers }) => papers > 0),
    mutes: mutes.filter(({ rule, papers }) => rule.action === 'mute' && papers > 0),
  };
}

interface ShowProps {
  readonly view: PanelView;
  readonly choices: Choices;
}

/** What is shown of the page, and how many papers therefore are not. */
export function Show({ view, choices }: ShowProps) {
  const { bridge, summary } = view;
  // Live, so that checkboxes answer at once.
  const showing = useStore(bridge.store, (now) => now.showing);
  const revealed = useStore(bridge.store, (now) => now.revealed);
  const hidden = summary.hidden.reduce((sum, { papers }) => sum + papers, 0);
  const reasons = summary.hidden.map(({ papers, text }) => t('panelHidden', papers, text));
  return (
    <Part
      name={t('panelShow')}
      remark={hidden > 0 && t('panelHiddenSum', hidden)}
      title={reasons.join(', ') || undefined}
    >
      <fieldset>
        <legend>{t('panelShowThese')}</legend>
        {choices.kinds.map(({ kind, papers }) => (
          <Choice
            key={kind}
            name={t(`panelShow_${kind}`)}
            papers={papers}
            isOn={showing[kind]}
            onChange={(isOn) => bridge.setShowing({ [kind]: isOn })}
          />
        ))}
        {choices.mutes.map(({ rule, papers }) => (
          <Choice
            key={rule.id}
            name={t('panelShowMuted', labelOf(rule))}
            papers={papers}
            isOn={revealed.has(rule.id)}
            onChange={(isOn) => bridge.setRevealed(rule.id, isOn)}
          />
        ))}
      </fieldset>
    </Part>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly papers: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Choice({ name, papers, isOn, onChange }: ChoiceProps) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span className="label">{name}</span> <span className="quiet">{papers}</span>
    </label>
  );
}
