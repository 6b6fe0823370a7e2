import { useState } from 'react';
import type { PageStatus } from '@/components/page-link/use-page';
import { t } from '@/lib/i18n';
import { labelOf, type Rule } from '@/lib/protocol/rule';
import type { RulePatch } from '@/lib/protocol/rule-edit';
import { newRule } from '@/lib/rules/new-rule';
import { PageLine } from './page-line';
import { RuleCard } from './rule-card';
import { RulesAsText } from './rules-as-text';
import { editRules, editRulesOrReport, type RuleList, useRules } from './rules-store';
import { SampleRules } from './sample-rules';
import { useTrial } from './use-trial';

const NONE: RuleList = [];

/** All keyword rules, in order. Every change is saved immediately and can be undone. */
export function RulesEditor({ page }: { readonly page: PageStatus }) {
  const saved = useRules();
  const rules = saved ?? NONE;
  /** A new rule that cannot be saved yet for want of keywords. */
  const [draft, setDraft] = useState<Rule | null>(null);
  const trialOf = useTrial(rules, page);
  const isSaved = (id: Rule['id']) => rules.some((rule) => rule.id === id);
  const shown = draft && !isSaved(draft.id) ? [...rules, draft] : rules;

  function add(): void {
    if (draft)
      document.getElementById(LIST)?.querySelector<HTMLElement>('li:last-child textarea')?.focus();
    else setDraft(newRule([], rules));
  }

  async function change(rule: Rule, patch: RulePatch, doneText: string): Promise<string | null> {
    if (isSaved(rule.id)) return editRules({ kind: 'patch', id: rule.id, patch }, doneText);
    const changed = { ...rule, ...patch };
    if (changed.terms.length === 0) {
      setDraft(changed);
      return null;
    }
    const refusal = await editRules({ kind: 'add', rules: [changed] }, doneText);
    if (refusal === null) setDraft(null);
    return refusal;
  }

  function remove(rule: Rule): void {
    if (isSaved(rule.id))
      void editRulesOrReport({ kind: 'remove', id: rule.id }, t('ruleDeleted', labelOf(rule)));
    else setDraft(null);
  }

  function move(rule: Rule, from: number, step: 1 | -1): void {
    const doneText = t(step < 0 ? 'ruleMovedUp' : 'ruleMovedDown', labelOf(rule));
    void editRulesOrReport({ kind: 'move', id: rule.id, to: from + step }, doneText);
  }

  if (!saved) return null;
  return (
    <section className="rules-editor" aria-labelledby={HEADING}>
      <header>
        <h1 id={HEADING}>{t('rulesHeading')}</h1>
        <button type="button" className="button primary" data-add-rule onClick={add}>
          {t('rulesAdd')}
        </button>
        <p className="quiet">{t('rulesAbout')}</p>
        <PageLine page={page} />
      </header>
      {shown.length > 0 ? (
        <ul id={LIST} className="rule-list" aria-label={t('rulesInOrder')}>
          {shown.map((rule, index) => (
            <RuleCard
              key={rule.id}
              rule={rule}
              trial={trialOf(rule.id)}
              isNew={rule.id === draft?.id}
              canMove={{
                up: isSaved(rule.id) && index > 0,
                down: isSaved(rule.id) && index < rules.length - 1,
              }}
              onChange={(patch, doneText) => change(rule, patch, doneText)}
              onMove={(step) => move(rule, index, step)}
              onDelete={() => remove(rule)}
            />
          ))}
        </ul>
      ) : (
        <div className="no-rules">
          <h2>{t('rulesNone')}</h2>
          <p>{t('rulesNoneHint')}</p>
        </div>
      )}
      <SampleRules rules={rules} />
      <RulesAsText rules={rules} />
    </section>
  );
}

const HEADING = 'rules-heading';
const LIST = 'rule-list';
