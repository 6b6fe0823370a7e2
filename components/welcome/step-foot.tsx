import { t } from '@/lib/i18n';
import type { StepProps } from './steps';

interface StepFootProps extends StepProps {
  /** Whether the user did what the step is about. */
  readonly isDone: boolean;
}

/** Goes on to the next step, with this one done or skipped. */
export function StepFoot({ isDone, onLeave }: StepFootProps) {
  return (
    <div className="step-foot">
      <button
        type="button"
        className={isDone ? 'button primary' : 'button'}
        onClick={() => onLeave(isDone)}
      >
        {t(isDone ? 'welcomeNext' : 'welcomeSkip')}
      </button>
    </div>
  );
}
