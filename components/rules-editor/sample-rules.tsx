import { type MouseEvent, useState } from 'react';
import { labelOf, type Rule } from '@/lib/keywords/rule';
import { SAMPLE_RULES } from '@/lib/keywords/sample-rules';
import { focusBeside } from './focus-beside';
import { addRules, type RuleList } from './rule-edits';
import { editRulesOrReport } from './rules-store';

/** Rules to start from: those of them that are not there. Open as long as there are no rules. */
export function SampleRules({ rules }: { readonly rules: RuleList }) {
  const [isOpen, setOpen] = useState(false);
  const left = SAMPLE_RULES.filter(({ id }) => rules.every((rule) => rule.id !== id));
  if (left.length === 0) return null;

  function add(event: MouseEvent, sample: Rule): void {
    focusBeside(event.currentTarget, 'button');
    void editRulesOrReport(addRules([sample]), `Rule added: ${labelOf(sample)}`);
  }
  function addAll(): void {
    document.querySelector<HTMLElement>('[data-add-rule]')?.focus();
    void editRulesOrReport(addRules(left), `${left.length} rules added`);
  }

  return (
    <details
      className="fold"
      open={isOpen || rules.length === 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Sample rules</summary>
      <ul className="samples" aria-label="Sample rules">
        {left.map((sample) => (
          <li key={sample.id} data-colour={sample.colour} data-action={sample.action}>
            <span className="sample-terms">
              {sample.action === 'mute' && 'Mute '}
              {sample.terms.map((term) => (
                <span key={term} className="term">
                  {term}
                </span>
              ))}
              {!sample.enabled && <span className="quiet">off until you turn it on</span>}
            </span>
            <button
              type="button"
              className="button"
              aria-label={`Add: ${labelOf(sample)}`}
              onClick={(event) => add(event, sample)}
            >
              Add
            </button>
          </li>
        ))}
      </ul>
      {left.length > 1 && (
        <button type="button" className="button" onClick={addAll}>
          Add all {left.length}
        </button>
      )}
    </details>
  );
}
