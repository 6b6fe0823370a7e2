import { t } from '@/lib/i18n';
import { ActiveRules } from './active-rules';
import type { PanelView } from './panel-view';
import { Part } from './part';

/** The active rules with their hits, and ways to more of them. */
export function Rules({ bridge, state, summary: { hits } }: PanelView) {
  const { rules, filter } = state;
  return (
    <Part
      name={t('panelRulesPart')}
      remark={rules.length > 0 && rules.length}
      hits={hits.reduce((sum, count) => sum + count, 0)}
    >
      <ActiveRules state={state} hits={hits} />
      {filter.text.trim() !== '' && (
        <button type="button" onClick={() => bridge.addRule(filter.text)}>
          {t('panelSaveRule')}
        </button>
      )}
      <button type="button" onClick={() => bridge.openRules()}>
        {rules.length > 0 ? t('panelEditRules') : t('panelAddRules')}
      </button>
    </Part>
  );
}
