import { RULE_FIELDS, type Rule } from '@/lib/keywords/rule';
import { Choice } from './choice';
import { ColourChoice } from './colour-choice';
import type { RulePatch } from './rule-edits';

interface RuleSettingsProps {
  readonly rule: Rule;
  readonly label: string;
  readonly onChange: (patch: RulePatch, said: string) => void;
}

const ACTIONS = { highlight: 'Highlight', mute: 'Mute' } as const;
const MODES = {
  word: 'Whole words',
  stem: 'Word beginnings',
  regex: 'Regular expressions',
} as const;
const PLACES = {
  everywhere: 'Everywhere',
  arxiv: 'arXiv only',
  huggingface: 'Hugging Face only',
} as const;
const FIELDS = {
  title: 'Title',
  abstract: 'Abstract',
  authors: 'Authors',
  categories: 'Categories',
} as const;

/** What a rule does, how it takes its keywords, and where it looks for them. */
export function RuleSettings({ rule, label, onChange }: RuleSettingsProps) {
  const { action, colour, mode, where, matchCase, fields } = rule;
  return (
    <div className="rule-settings">
      <Choice
        label={`Action: ${label}`}
        options={ACTIONS}
        value={action}
        onChange={(value) => onChange({ action: value }, `${ACTIONS[value]}: ${label}`)}
      />
      <ColourChoice
        label={label}
        colour={colour}
        onChange={(value) => onChange({ colour: value }, `Colour changed: ${label}`)}
      />
      <Choice
        label={`Keywords are: ${label}`}
        options={MODES}
        value={mode}
        onChange={(value) => onChange({ mode: value }, `${MODES[value]}: ${label}`)}
      />
      <label className="pill">
        <input
          type="checkbox"
          className="unseen"
          checked={matchCase}
          onChange={() =>
            onChange(
              { matchCase: !matchCase },
              `Case ${matchCase ? 'ignored' : 'matters'}: ${label}`,
            )
          }
        />
        Match case
      </label>
      <fieldset className="fields">
        <legend className="unseen">Look in: {label}</legend>
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
                  `Looks in ${field} ${target.checked ? 'too' : 'no more'}: ${label}`,
                )
              }
            />
            {FIELDS[field]}
          </label>
        ))}
      </fieldset>
      <Choice
        label={`Where: ${label}`}
        options={PLACES}
        value={where}
        onChange={(value) => onChange({ where: value }, `${PLACES[value]}: ${label}`)}
      />
    </div>
  );
}
