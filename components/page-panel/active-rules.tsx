import { t } from '@/lib/i18n';
import type { PageState } from '@/lib/page/store';
import { labelOf } from '@/lib/protocol/rule';

interface ActiveRulesProps {
  readonly state: PageState;
  /** The number of papers that each rule hits. */
  readonly hits: readonly number[];
}

/** The active rules on this page, with how many papers each hits. */
export function ActiveRules({ state, hits }: ActiveRulesProps) {
  const { rules, ruleProblems: problems } = state;
  if (rules.length === 0) return null;
  return (
    <ul className="rules" aria-label={t('panelRules')}>
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
  );
}
