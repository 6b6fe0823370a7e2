import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import type { Rule } from '@/lib/protocol/rule';
import { MarkedTerms } from './marked-terms';
import { printTerms, termsIn } from './terms-text';

/** A pause in typing after which what was typed is saved. */
const PAUSE_MS = 800;

interface TermsBoxProps {
  readonly rule: Rule;
  readonly label: string;
  /** Why the keywords are not searched for. */
  readonly problem: string | null;
  readonly autoFocus: boolean;
  /** Gives why they were not saved, or `null`. */
  readonly onSave: (terms: readonly string[]) => Promise<string | null>;
}

/** All keywords of a rule in one box; each looks as it will on a page. */
export function TermsBox({ rule, label, problem, autoFocus, onSave }: TermsBoxProps) {
  /** `null` while the box shows what is saved. */
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const saving = useRef<{ readonly text: string; readonly refusal: Promise<string | null> }>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const messageId = useId();
  const text = typed ?? printTerms(rule.terms, rule.mode);
  const message = refusal ?? problem;

  /** Saves what is new. The text stays as typed until it is saved and the user has left the box. */
  async function save(): Promise<void> {
    if (typed === null) return;
    if (saving.current?.text !== typed) {
      const terms = termsIn(typed, rule.mode).map(({ term }) => term);
      const isSaved = JSON.stringify(terms) === JSON.stringify(rule.terms);
      saving.current = { text: typed, refusal: isSaved ? Promise.resolve(null) : onSave(terms) };
    }
    const mine = saving.current;
    const refused = await mine.refusal;
    if (saving.current !== mine) return; // something newer is on its way
    saving.current = null;
    setRefusal(refused);
    if (refused === null && document.activeElement !== box.current) {
      setTyped((now) => (now === mine.text ? null : now));
    }
  }

  const saveTyped = useEffectEvent(() => {
    // An empty box is about to be filled again; left so, it is refused.
    if (typed !== null && termsIn(typed, rule.mode).length > 0) void save();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text has a pause of its own
  useEffect(() => {
    const timer = setTimeout(saveTyped, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  // What was typed when the page is closed is kept with the changes on their way.
  useEffect(() => {
    window.addEventListener('pagehide', saveTyped);
    return () => window.removeEventListener('pagehide', saveTyped);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (rule.mode !== 'regex') event.preventDefault(); // patterns go on in the next line
    void save();
  }

  return (
    <div className="terms">
      <div className="terms-box">
        <MarkedTerms text={text} terms={termsIn(text, rule.mode)} />
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
