import type { ReactNode } from 'react';
import { plural, t } from '@/lib/i18n';
import type { StageOf } from './import-stage';
import { useImport } from './use-import';

/** The progress of reading a file or a text. */
export function ReadingProgress({ stage }: { readonly stage: StageOf<'reading'> }) {
  const { name, share, papers } = stage;
  return (
    <Progress
      label={name === null ? t('importReadingText') : t('importReading', name)}
      value={share}
      total={1}
    >
      {papers > 0 && plural('importFound', papers)}
    </Progress>
  );
}

/** The progress of writing the papers. */
export function WritingProgress({
  stage: { done, total },
}: {
  readonly stage: StageOf<'writing'>;
}) {
  return (
    <Progress label={t('importWriting')} value={done} total={total}>
      {t('importShare', Math.floor((100 * done) / Math.max(total, 1)))}
    </Progress>
  );
}

interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly children: ReactNode;
}

function Progress({ label, value, total, children }: ProgressProps) {
  const { cancel } = useImport();
  return (
    <div className="import-progress panel">
      <p id="import-progress" dir="auto">
        {label}
      </p>
      <progress aria-labelledby="import-progress" value={value} max={total} />
      <p className="quiet" role="status">
        {children}
      </p>
      <button type="button" className="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
