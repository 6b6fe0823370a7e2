import { useState } from 'react';
import { DoneIcon } from '@/components/design/icons';
import { keyName } from '@/components/keys/key-name';
import { KeyNames } from '@/components/keys/key-names';
import { useKeys } from '@/components/keys/use-keys';
import { t } from '@/lib/i18n';
import { keysOf } from '@/lib/triage/action-keys';
import { nameOf } from '@/lib/triage/actions';
import { LESSON, type LessonAction } from './lesson';
import { SampleList } from './sample-list';
import { StepFoot } from './step-foot';
import type { StepProps } from './steps';

/** Teaches the keys on a list of made-up papers, of which nothing is saved. */
export function KeysStep({ onLeave }: StepProps) {
  const settings = useKeys();
  const [tried, setTried] = useState<ReadonlySet<LessonAction>>(new Set());
  const keysFor = (action: LessonAction) => keysOf(settings, 'popup', action);
  const next = LESSON.find((action) => !tried.has(action) && keysFor(action).length > 0);
  const [nextKey = ''] = next ? keysFor(next) : [];

  return (
    <>
      <p>{t('welcomeKeys')}</p>
      <ul className="step-keys">
        {LESSON.map((action) => (
          <li key={action}>
            <span className="keys">
              <KeyNames keys={keysFor(action).slice(0, 1)} />
            </span>
            <strong>{nameOf(action, 'popup')}</strong>
            <span>
              {t(`welcomeKey_${action}`)}
              {tried.has(action) && (
                <span className="step-mark">
                  <DoneIcon />
                  <span className="unseen">{t('welcomeDone')}</span>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <SampleList
        prompt={
          next ? t('welcomeTry', keyName(nextKey), nameOf(next, 'popup')) : t('welcomeTriedAll')
        }
        onTried={(action) => setTried((before) => new Set([...before, action]))}
      />
      <StepFoot isDone={!next} onLeave={onLeave} />
    </>
  );
}
