import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { plural, t } from '@/lib/i18n';
import type { Rule } from '@/lib/protocol/rule';
import { parseRules, printRules, type RuleProblem } from '@/lib/rules/rules-text';
import { editRules, type RuleList } from './rules-store';

/** What became of the text that was taken. */
interface Outcome {
  /** In words for the user. */
  readonly text: string;
  readonly isFailure: boolean;
  readonly problems: readonly RuleProblem[];
}

/** All rules as text, one a line: to keep, to share, to edit. */
export function RulesAsText({ rules }: { readonly rules: RuleList }) {
  /** `null` while the box shows the rules as they are. */
  const [typed, setTyped] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const printed = useMemo(() => printRules(rules), [rules]);
  const text = typed ?? printed;
  const helpId = useId();
  const report = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The list of rules above has become longer or shorter.
    if (outcome) report.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);

  async function replace(): Promise<void> {
    setTyped(text); // stays as it is, with what can't be read and with comments
    setOutcome(await take(text, rules));
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setOutcome({ text: t('rulesCopied'), isFailure: false, problems: [] });
  }
  function showAsTheyAre(): void {
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
          <button type="button" className="button" onClick={showAsTheyAre}>
            {t('rulesShowSaved')}
          </button>
        )}
      </div>
      <div ref={report} role={outcome?.isFailure ? 'alert' : 'status'} className="outcome">
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

/** Makes the lines that can be read all the rules there are; where none can, nothing is changed. */
async function take(text: string, before: RuleList): Promise<Outcome> {
  const { rules, problems } = parseRules(text);
  if (rules.length === 0 && problems.length > 0) {
    return { text: t('rulesNoLine'), isFailure: true, problems };
  }
  const refusal = await editRules(
    { kind: 'replace', rules: withKnownIds(rules, before) },
    plural('rulesReplaced', rules.length),
  );
  if (refusal) return { text: refusal, isFailure: true, problems };
  if (problems.length === 0) {
    return { text: plural('rulesSaved', rules.length), isFailure: false, problems };
  }
  const leftOut = plural('rulesLeftOut', problems.length);
  return { text: plural('rulesSavedSome', rules.length, leftOut), isFailure: true, problems };
}

/** Rules that were there just so keep their ids. */
function withKnownIds(written: RuleList, before: RuleList): Rule[] {
  const known = before.map((rule) => ({ id: rule.id, text: printRules([rule]) }));
  return written.map((rule) => {
    const text = printRules([rule]);
    const index = known.findIndex((one) => one.text === text);
    const [same] = index < 0 ? [] : known.splice(index, 1);
    return same ? { ...rule, id: same.id } : rule;
  });
}
