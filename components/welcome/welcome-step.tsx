import { type ReactNode, useId } from 'react';
import { ChevronIcon, DoneIcon } from '@/components/design/icons';
import { formatNumber, t } from '@/lib/i18n';
import type { Step } from './steps';

interface WelcomeStepProps {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  readonly isOpen: boolean;
  readonly isDone: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One step: its heading, which opens it, and what it is about. */
export function WelcomeStep({
  step,
  number,
  isOpen,
  isDone,
  onToggle,
  children,
}: WelcomeStepProps) {
  const id = useId();
  return (
    <li className="welcome-step panel" data-step={step} data-open={isOpen || undefined}>
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          <span className="step-number" data-done={isDone || undefined} aria-hidden="true">
            {isDone ? <DoneIcon /> : formatNumber(number)}
          </span>
          {t(`welcomeStep_${step}`)}
          {isDone && <span className="unseen"> {t('welcomeDone')}</span>}
          <ChevronIcon />
        </button>
      </h3>
      {isOpen && (
        <div id={id} className="step-body">
          {children}
        </div>
      )}
    </li>
  );
}
