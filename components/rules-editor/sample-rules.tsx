import { type MouseEvent, useState } from 'react';
import { plural, t } from '@/lib/i18n';
import { labelOf, type Rule } from '@/lib/protocol/rule';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { focusNeighbour } from './focus-neighbour';
import { editRulesOrReport, type RuleList } from './rules-store';

/** Sample rules not added yet; expanded while there are no rules. */
export function SampleRules({ rules }: { readonly rules: RuleList }) {
  const [isOpen, setOpen] = useState(false);
  const missing = SAMPLE_RULES.filter(({ id }) => rules.every((rule) => rule.id !== id));
  if (missing.length === 0) return null;

  function add(event: MouseEvent, sample: Rule): void {
    focusNeighbour(event.currentTarget, 'button');
    void editRulesOrReport({ kind: 'add', rules: [sample] }, t('ruleAddedNamed', labelOf(sample)));
  }
  function addAll(): void {
    document.querySelector<HTMLElement>('[data-add-rule]')?.focus();
    void editRulesOrReport({ kind: 'add', rules: missing }, plural('samplesAdded', missing.length));
  }

  return (
    <details
      className="fold"
      open={isOpen || rules.length === 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('samplesHeading')}</summary>
      <ul className="samples" aria-label={t('samplesHeading')}>
        {missing.map((sample) => (
          <li key={sample.id} data-colour={sample.colour} data-action={sample.action}>
            <span className="sample-terms">
              {sample.action === 'mute' && `${t('sampleMutes')} `}
              {sample.terms.map((term) => (
                <span key={term} className="term">
                  {term}
                </span>
              ))}
              {!sample.enabled && <span className="quiet">{t('sampleOff')}</span>}
            </span>
            <button
              type="button"
              className="button"
              aria-label={t('sampleAddNamed', labelOf(sample))}
              onClick={(event) => add(event, sample)}
            >
              {t('sampleAdd')}
            </button>
          </li>
        ))}
      </ul>
      {missing.length > 1 && (
        <button type="button" className="button" onClick={addAll}>
          {t('samplesAddAll', missing.length)}
        </button>
      )}
    </details>
  );
}
