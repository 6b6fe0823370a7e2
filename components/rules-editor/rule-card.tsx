import { type MouseEvent, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { RemoveIcon } from '@/components/design/icons';
import { t } from '@/lib/i18n';
import { labelOf, type Rule } from '@/lib/protocol/rule';
import type { RulePatch } from '@/lib/protocol/rule-edit';
import { focusNeighbour } from './focus-neighbour';
import { RuleSettings } from './rule-settings';
import { TermsBox } from './terms-box';
import type { RuleTrial } from './use-trial';

interface RuleCardProps {
  readonly rule: Rule;
  readonly trial: RuleTrial;
  /** Unsaved and without keywords: the keywords box takes the focus. */
  readonly isNew: boolean;
  /** Whether there is a rule above, and one below. */
  readonly canMove: { readonly up: boolean; readonly down: boolean };
  /** Resolves to why the change was not saved, or `null`. `doneText` is for the toast. */
  readonly onChange: (patch: RulePatch, doneText: string) => Promise<string | null>;
  readonly onMove: (step: 1 | -1) => void;
  readonly onDelete: () => void;
}

/** One rule, edited in place. */
export function RuleCard(props: RuleCardProps) {
  const { rule, trial, isNew, canMove, onChange, onMove, onDelete } = props;
  const [refusal, setRefusal] = useState<string | null>(null);
  const label = rule.terms.length > 0 ? labelOf(rule) : t('ruleNew');

  async function change(patch: RulePatch, doneText: string): Promise<void> {
    setRefusal(await onChange(patch, doneText));
  }
  function remove({ currentTarget }: MouseEvent): void {
    focusNeighbour(currentTarget, 'article');
    onDelete();
  }

  return (
    <li>
      <article
        className="rule-card"
        aria-label={label}
        tabIndex={-1} // takes the focus when a neighbouring rule is deleted
        data-colour={rule.colour}
        data-action={rule.action}
        data-off={!rule.enabled || undefined}
        data-problem={trial.problem !== null || undefined}
      >
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-label={t('ruleOn', label)}
          checked={rule.enabled}
          aria-checked={rule.enabled}
          onChange={({ target: { checked } }) =>
            void change({ enabled: checked }, t(checked ? 'ruleTurnedOn' : 'ruleTurnedOff', label))
          }
        />
        <TermsBox
          rule={rule}
          label={label}
          problem={trial.problem && t('ruleNotSearched', trial.problem)}
          autoFocus={isNew}
          onSave={(terms) => onChange({ terms }, t(isNew ? 'ruleAdded' : 'ruleKeywordsChanged'))}
        />
        <p className="hits">{trial.text}</p>
        <div className="rule-buttons">
          <MoveButton
            name={t('ruleMoveUpNamed', label)}
            hint={t('ruleMoveUp')}
            isEnabled={canMove.up}
            onClick={() => onMove(-1)}
          >
            ↑
          </MoveButton>
          <MoveButton
            name={t('ruleMoveDownNamed', label)}
            hint={t('ruleMoveDown')}
            isEnabled={canMove.down}
            onClick={() => onMove(1)}
          >
            ↓
          </MoveButton>
          <IconButton name={t('ruleDeleteNamed', label)} hint={t('ruleDelete')} onClick={remove}>
            <RemoveIcon />
          </IconButton>
        </div>
        <RuleSettings rule={rule} label={label} onChange={(...args) => void change(...args)} />
        {refusal && (
          <p className="problem" role="alert">
            {refusal}
          </p>
        )}
      </article>
    </li>
  );
}

interface MoveButtonProps {
  readonly name: string;
  readonly hint: string;
  readonly isEnabled: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** Never natively disabled, to keep the focus when the rule reaches an end of the list. */
function MoveButton({ name, hint, isEnabled, onClick, children }: MoveButtonProps) {
  return (
    <IconButton
      name={name}
      hint={hint}
      aria-disabled={!isEnabled}
      onClick={({ currentTarget }) => {
        if (!isEnabled) return;
        onClick();
        requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest' }));
      }}
    >
      {children}
    </IconButton>
  );
}
