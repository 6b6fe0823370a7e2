import { useState } from 'react';
import { lookupProgress } from '@/lib/arxiv/lookup-progress';
import { t } from '@/lib/i18n';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendUndo } from '@/lib/protocol/send-command';

interface TakeBackProps {
  /** The commands that merged papers with their arXiv ids. */
  readonly joins: readonly OperationId[];
}

/** Separates papers from the arXiv ids they were merged with; later decisions are kept. */
export function TakeBack({ joins }: TakeBackProps) {
  const [stage, setStage] = useState<'idle' | 'busy' | 'done'>('idle');

  async function takeBack(): Promise<void> {
    setStage('busy');
    for (const op of [...joins].reverse()) await sendUndo(op); // some may already be undone
    const progress = await lookupProgress.getValue();
    await lookupProgress.setValue({
      ...progress,
      joins: progress.joins.filter((op) => !joins.includes(op)),
    });
    setStage('done');
  }

  if (joins.length === 0) {
    return stage === 'done' && <span role="status"> {t('lookUpTakenBack')}</span>;
  }
  return (
    <button
      type="button"
      className="text-button lookup-take-back"
      disabled={stage === 'busy'}
      onClick={() => void takeBack()}
    >
      {t('lookUpTakeBack')}
    </button>
  );
}
