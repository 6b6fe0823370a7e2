import { ListingsChooser } from '@/components/listings-chooser/listings-chooser';
import { t } from '@/lib/i18n';
import { StepFoot } from './step-foot';
import type { StepProps } from './steps';

/** Chooses the listings that the user reads. */
export function ListingsStep({ onLeave }: StepProps) {
  return (
    <>
      <p>{t('listingsLead')}</p>
      <div className="step-panel panel">
        <ListingsChooser />
      </div>
      <StepFoot isDone onLeave={onLeave} />
    </>
  );
}
