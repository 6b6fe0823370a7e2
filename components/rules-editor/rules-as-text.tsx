import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { plural, t } from '@/lib/i18n';
import type { Rule } from '@/lib/protocol/rule';
import { parseRules, printRules, type RuleProblem } from '@/lib/rules/rules-text';
import { editRules, type RuleList } from './rules-store';

/** The result of replacing or copying the rules. */
interface Outcome {
  readonly text: string;
  readonly isFailure: boolean;
  readonly problems: readonly RuleProblem[];
}

/** All rules as text, one per line, to keep, share or edit. */
export function RulesAsText({ rules }: { readonly rules: RuleList }) {
  /** `null` while the box shows the saved rules. */
  const [typed, setTyped] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const printed = useMemo(() => printRules(rules), [rules]);
  const text = typed ?? printed;
  const helpId = useId();
  const outcomeBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The list of rules above may have changed its height.
    if (outcome) outcomeBox.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  async function replace(): Promise<void> {
    setTyped(text); // keeps comments and unreadable lines in the box
    setOutcome(await replaceRules(text, rules));
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setOutcome({ text: t('rulesCopied'), isFailure: false, problems: [] });
  }
  function reset(): void {
    setTyped(null);
    setOutcome(null);
  }

  return (
    <details className="fold">
      <summary>{t('rulesAsText')}</summary>
      <p className="quiet" id={helpId}>
        {t('rulesAsTextAbout')}{' '}
        <code>highlight teal title,abstract word: attention, transformer*</code>
      </p>
      <textarea
        className="rules-text"
        aria-label={t('rulesAsTextBox')}
        aria-describedby={helpId}
        rows={Math.min(24, Math.max(6, text.split('\n').length))}
        wrap="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="text-buttons">
        <button type="button" className="button primary" onClick={() => void replace()}>
          {t('rulesReplace')}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {t('rulesCopy')}
        </button>
        {text !== printed && (
          <button type="button" className="button" onClick={reset}>
            {t('rulesShowSaved')}
          </button>
        )}
      </div>
      <div ref={outcomeBox} role={outcome?.isFailure ? 'alert' : 'status'} className="outcome">
        {outcome && (
          <>
            <p className={outcome.isFailure ? 'problem' : 'quiet'}>{outcome.text}</p>
            <ul>
              {outcome.problems.map(({ line, message }) => (
                <li key={line}>
                  <b>{t('rulesLine', line)}</b> {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

/** Replaces all rules with the readable lines; changes nothing if no line is readable. */
async function replaceRules(text: string, before: RuleList): Promise<Outcome> {
  const { rules, problems } = parseRules(text);
  if (rules.length === 0 && problems.length > 0) {
    return { text: t('rulesNoLine'), isFailure: true, problems };
  }
  const refusal = await editRules(
    { kind: 'replace', rules: withKeptIds(rules, before) },
    plural('rulesReplaced', rules.length),
  );
  if (refusal) return { text: refusal, isFailure: true, problems };
  if (problems.length === 0) {
    return { text: plural('rulesSaved', rules.length), isFailure: false, problems };
  }
  const leftOut = plural('rulesLeftOut', problems.length);
  return { text: plural('rulesSavedSome', rules.length, leftOut), isFailure: true, problems };
}

/** Rules that are unchanged keep their ids. */
function withKeptIds(written: RuleList, before: RuleList): Rule[] {
  const known = before.map((rule) => ({ id: rule.id, text: printRules([rule]) }));
  return written.map((rule) => {
    const text = printRules([rule]);
    const index = known.findIndex((one) => one.text === text);
    const [same] = index < 0 ? [] : known.splice(index, 1);
    return same ? { ...rule, id: same.id } : rule;
  });
}
