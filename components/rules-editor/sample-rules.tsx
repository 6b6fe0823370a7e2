import { type MouseEvent, useState } from 'react';
import { plural, t } from '@/lib/i18n';
import { labelOf, type Rule } from '@/lib/protocol/rule';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { focusBeside } from './focus-beside';
import { editRulesOrReport, type RuleList } from './rules-store';

/** Rules to start from: those of them that are not there. Open as long as there are no rules. */
export function SampleRules({ rules }: { readonly rules: RuleList }) {
  const [isOpen, setOpen] = useState(false);
  const left = SAMPLE_RULES.filter(({ id }) => rules.every((rule) => rule.id !== id));
  if (left.length === 0) return null;

  function add(event: MouseEvent, sample: Rule): void {
    focusBeside(event.currentTarget, 'button');
    void editRulesOrReport({ kind: 'add', rules: [sample] }, t('ruleAddedNamed', labelOf(sample)));
  }
  function addAll(): void {
    document.querySelector<HTMLElement>('[data-add-rule]')?.focus();
    void editRulesOrReport({ kind: 'add', rules: left }, plural('samplesAdded', left.length));
  }

  return (
    <details
      className="fold"
      open={isOpen || rules.length === 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('samplesHeading')}</summary>
      <ul className="samples" aria-label={t('samplesHeading')}>
        {left.map((sample) => (
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
      {left.length > 1 && (
        <button type="button" className="button" onClick={addAll}>
          {t('samplesAddAll', left.length)}
        </button>
      )}
    </details>
  );
}
