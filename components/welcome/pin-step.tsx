import { t } from '@/lib/i18n';
import { StepFoot } from './step-foot';
import type { StepProps } from './steps';
import { usePinned } from './use-pinned';

/** Says where the icon is pinned to the toolbar, and whether it is. */
export function PinStep({ onLeave }: StepProps) {
  const isPinned = usePinned();
  return (
    <>
      <p>{t('welcomePin')}</p>
      {isPinned !== true && (
        <ol className="step-list">
          <li>{t('welcomePinMenu')}</li>
          <li>{t('welcomePinIcon')}</li>
        </ol>
      )}
      <p className="step-status" role="status" data-done={isPinned || undefined}>
        {isPinned !== undefined && t(isPinned ? 'welcomePinned' : 'welcomeNotPinned')}
      </p>
      <StepFoot isDone={isPinned !== false} onLeave={onLeave} />
    </>
  );
}
