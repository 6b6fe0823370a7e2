import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { parseRules, printRules, type RuleProblem } from '@/lib/keywords/rules-text';
import { type RuleList, replaceRules } from './rule-edits';
import { editRules } from './rules-store';

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
    setOutcome(await take(text));
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setOutcome({ text: 'Copied.', isFailure: false, problems: [] });
  }
  function showAsTheyAre(): void {
    setTyped(null);
    setOutcome(null);
  }

  return (
    <details className="fold">
      <summary>As text</summary>
      <p className="quiet" id={helpId}>
        One rule a line: what it does, its colour, where it looks, how its keywords are meant, the
        keywords. For example{' '}
        <code>highlight teal title,abstract word: attention, transformer*</code>
      </p>
      <textarea
        className="rules-text"
        aria-label="Rules as text"
        aria-describedby={helpId}
        rows={Math.min(24, Math.max(6, text.split('\n').length))}
        wrap="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="text-buttons">
        <button type="button" className="button primary" onClick={() => void replace()}>
          Replace rules with this
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          Copy
        </button>
        {text !== printed && (
          <button type="button" className="button" onClick={showAsTheyAre}>
            Show the rules as they are
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
                  <b>Line {line}:</b> {message}
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
async function take(text: string): Promise<Outcome> {
  const { rules, problems } = parseRules(text);
  if (rules.length === 0 && problems.length > 0) {
    return { text: 'Nothing was changed: no line can be read.', isFailure: true, problems };
  }
  const saved = count(rules.length, 'rule');
  const refusal = await editRules(replaceRules(rules), `Rules replaced: ${saved}`);
  if (refusal) return { text: refusal, isFailure: true, problems };
  const leftOut = problems.length > 0 ? `, ${count(problems.length, 'line')} left out:` : '.';
  return { text: `${saved} saved${leftOut}`, isFailure: problems.length > 0, problems };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
