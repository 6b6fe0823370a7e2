import { t } from '@/lib/i18n';
import { ACTIONS, MODES, PLACES, RULE_FIELDS, type Rule } from '@/lib/protocol/rule';
import type { RulePatch } from '@/lib/protocol/rule-edit';
import { Choice } from './choice';
import { ColourChoice } from './colour-choice';

interface RuleSettingsProps {
  readonly rule: Rule;
  readonly label: string;
  readonly onChange: (patch: RulePatch, doneText: string) => void;
}

const actionNames = () => namesOf(ACTIONS, (action) => t(`ruleAction_${action}`));
const modeNames = () => namesOf(MODES, (mode) => t(`ruleMode_${mode}`));
const placeNames = () => namesOf(PLACES, (place) => t(`ruleWhere_${place}`));

function namesOf<V extends string>(
  values: readonly V[],
  nameOf: (value: V) => string,
): Readonly<Record<V, string>> {
  return Object.fromEntries(values.map((value) => [value, nameOf(value)])) as Record<V, string>;
}

/** What a rule does, how it matches its keywords, and where it applies. */
export function RuleSettings({ rule, label, onChange }: RuleSettingsProps) {
  const { action, colour, mode, where, matchCase, fields } = rule;
  return (
    <div className="rule-settings">
      <Choice
        label={t('ruleAction', label)}
        options={actionNames()}
        value={action}
        onChange={(value) =>
          onChange({ action: value }, t('ruleChanged', t(`ruleAction_${value}`), label))
        }
      />
      <ColourChoice
        label={label}
        colour={colour}
        onChange={(value) => onChange({ colour: value }, t('ruleColourChanged', label))}
      />
      <Choice
        label={t('ruleKeywordsAre', label)}
        options={modeNames()}
        value={mode}
        onChange={(value) =>
          onChange({ mode: value }, t('ruleChanged', t(`ruleMode_${value}`), label))
        }
      />
      <label className="pill">
        <input
          type="checkbox"
          className="unseen"
          checked={matchCase}
          onChange={() =>
            onChange(
              { matchCase: !matchCase },
              t(matchCase ? 'ruleCaseIgnored' : 'ruleCaseMatters', label),
            )
          }
        />
        {t('ruleMatchCase')}
      </label>
      <fieldset className="fields">
        <legend className="unseen">{t('ruleLookIn', label)}</legend>
        {RULE_FIELDS.map((field) => (
          <label key={field} className="pill">
            <input
              type="checkbox"
              className="unseen"
              checked={fields.includes(field)}
              onChange={({ target }) =>
                onChange(
                  {
                    fields: RULE_FIELDS.filter((one) =>
                      one === field ? target.checked : fields.includes(one),
                    ),
                  },
                  t(target.checked ? `ruleLooksIn_${field}` : `ruleSkips_${field}`, label),
                )
              }
            />
            {t(`ruleField_${field}`)}
          </label>
        ))}
      </fieldset>
      <Choice
        label={t('ruleWhere', label)}
        options={placeNames()}
        value={where}
        onChange={(value) =>
          onChange({ where: value }, t('ruleChanged', t(`ruleWhere_${value}`), label))
        }
      />
    </div>
  );
}
