import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import { labelOf } from '@/lib/protocol/rule';

interface ActiveRulesProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
  /** The number of papers that each rule hits. */
  readonly hits: readonly number[];
}

/** The active rules on this page, with how many papers each hits. */
export function ActiveRules({ bridge, state, hits }: ActiveRulesProps) {
  const { rules, ruleProblems: problems } = state;
  return (
    <div className="rules">
      {rules.length > 0 && (
        <ul aria-label={t('panelRules')}>
          {rules.map((rule, index) => (
            <li key={rule.id} className="rule" title={rule.terms.join(', ')}>
              <span className="swatch" data-colour={rule.colour} data-action={rule.action} />
              <span className="label">
                {rule.action === 'mute' ? t('panelMutes', labelOf(rule)) : labelOf(rule)}
              </span>
              <span className="quiet">{problems.has(index) ? t('panelRuleOff') : hits[index]}</span>
              {problems.has(index) && <p className="problem">{problems.get(index)}</p>}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="link" onClick={() => bridge.openRules()}>
        {rules.length > 0 ? t('panelEditRules') : t('panelAddRules')}
      </button>
    </div>
  );
}
