import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { actionOfPress } from '@/components/keys/list-press';
import { t } from '@/lib/i18n';
import type { Action } from '@/lib/triage/actions';
import { isOfLesson, type LessonAction } from './lesson';
import { SampleCard } from './sample-card';
import { SAMPLE_PAPERS } from './sample-papers';
import { useSample } from './use-sample';

interface SampleListProps {
  /** What to try next. */
  readonly prompt: string;
  /** Told of each action that was done by its key. */
  readonly onTried: (action: LessonAction) => void;
}

/** A list of made-up papers with the keys of all lists. Nothing is saved. */
export function SampleList({ prompt, onTried }: SampleListProps) {
  const sample = useSample();
  const [active, setActive] = useState(0);
  const [isTagging, setTagging] = useState(false);
  const cards = useRef<HTMLDivElement>(null);
  const paper = SAMPLE_PAPERS[active];

  function moveTo(wanted: number): void {
    const index = Math.max(0, Math.min(SAMPLE_PAPERS.length - 1, wanted));
    setActive(index);
    cards.current?.querySelectorAll<HTMLElement>('article')[index]?.focus();
  }

  /** `undefined` for what is not to be learnt here. */
  function actOf(action: Action): (() => void) | undefined {
    if (!paper) return undefined;
    const { id } = paper;
    const state = sample.stateOf(id);
    switch (action) {
      case 'star':
        return () => sample.change(id, { kind: 'star', value: !state.starred });
      case 'dismiss':
        return () => sample.change(id, { kind: 'dismiss', value: !state.dismissed });
      case 'tag':
        return () => setTagging(true);
      case 'next':
        return () => moveTo(active + 1);
      case 'previous':
        return () => moveTo(active - 1);
      case 'undo':
        return () => sample.undo(t('undone'));
      case 'redo':
        return () => {}; // else something would be done again in the library
      default:
        return undefined;
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = actionOfPress(event.nativeEvent, 'popup');
    const act = action && actOf(action);
    if (!act) return;
    event.preventDefault();
    act();
    if (isOfLesson(action)) onTried(action);
  }

  // The keys work as soon as there is something to try them on.
  useEffect(() => {
    const list = cards.current;
    if (list?.closest('li')?.contains(document.activeElement)) {
      list.querySelector('article')?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <div className="sample">
      <p className="sample-prompt" role="status">
        {prompt}
      </p>
      <div
        ref={cards}
        className="sample-cards"
        role="feed"
        aria-label={t('welcomeSample')}
        onKeyDown={onKeyDown}
      >
        {SAMPLE_PAPERS.map((one, index) => (
          <SampleCard
            key={one.id}
            paper={one}
            state={sample.stateOf(one.id)}
            position={index}
            isActive={index === active}
            isTagging={isTagging && index === active}
            onFocus={() => setActive(index)}
            onChange={(change) => sample.change(one.id, change)}
            onTagging={(isOpen) => {
              setActive(index);
              setTagging(isOpen);
              if (!isOpen) cards.current?.querySelectorAll('article')[index]?.focus();
            }}
          />
        ))}
      </div>
      <p className="quiet" role="status">
        {sample.said} {t('welcomeNotSaved')}
      </p>
    </div>
  );
}
