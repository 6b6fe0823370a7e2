import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import type { Rule } from '@/lib/protocol/rule';
import { MarkedTerms } from './marked-terms';
import { parseTerms, printTerms } from './terms-text';

/** What was typed is saved after a pause of this length. */
const PAUSE_MS = 800;

interface TermsBoxProps {
  readonly rule: Rule;
  readonly label: string;
  /** Why the keywords cannot be searched for. */
  readonly problem: string | null;
  readonly autoFocus: boolean;
  /** Resolves to why they were not saved, or `null`. */
  readonly onSave: (terms: readonly string[]) => Promise<string | null>;
}

/** All keywords of a rule in one box, each marked as on a page. */
export function TermsBox({ rule, label, problem, autoFocus, onSave }: TermsBoxProps) {
  /** `null` while the box shows the saved keywords. */
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const saving = useRef<{ readonly text: string; readonly refusal: Promise<string | null> }>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const messageId = useId();
  const text = typed ?? printTerms(rule.terms, rule.mode);
  const message = refusal ?? problem;

  /** Saves changes. The text stays as typed until it is saved and the box has lost the focus. */
  async function save(): Promise<void> {
    if (typed === null) return;
    if (saving.current?.text !== typed) {
      const terms = parseTerms(typed, rule.mode).map(({ term }) => term);
      const isSaved = JSON.stringify(terms) === JSON.stringify(rule.terms);
      saving.current = { text: typed, refusal: isSaved ? Promise.resolve(null) : onSave(terms) };
    }
    const mine = saving.current;
    const refused = await mine.refusal;
    if (saving.current !== mine) return; // superseded by a newer save
    saving.current = null;
    setRefusal(refused);
    if (refused === null && document.activeElement !== box.current) {
      setTyped((now) => (now === mine.text ? null : now));
    }
  }

  const saveTyped = useEffectEvent(() => {
    // An empty box is probably about to be refilled; on blur it is refused.
    if (typed !== null && parseTerms(typed, rule.mode).length > 0) void save();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: restarts with each change of the text
  useEffect(() => {
    const timer = setTimeout(saveTyped, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  // Closing the page stores what was typed with the pending edits.
  useEffect(() => {
    window.addEventListener('pagehide', saveTyped);
    return () => window.removeEventListener('pagehide', saveTyped);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (rule.mode !== 'regex') event.preventDefault(); // patterns are one per line
    void save();
  }

  return (
    <div className="terms">
      <div className="terms-box">
        <MarkedTerms text={text} terms={parseTerms(text, rule.mode)} />
        <textarea
          ref={box}
          rows={1}
          aria-label={t('ruleKeywords', label)}
          aria-invalid={message !== null}
          aria-describedby={message === null ? undefined : messageId}
          placeholder={t(rule.mode === 'regex' ? 'rulePatternsHint' : 'ruleKeywordsHint')}
          value={text}
          spellCheck={false}
          autoFocus={autoFocus}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={onKeyDown}
        />
      </div>
      {message !== null && (
        <p id={messageId} className="problem" role={refusal ? 'alert' : undefined}>
          {message}
        </p>
      )}
    </div>
  );
}
