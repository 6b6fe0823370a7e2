import { useState } from 'react';
import { lookUps } from '@/lib/arxiv/metadata-lookup';
import { t } from '@/lib/i18n';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendUndo } from '@/lib/protocol/send-command';

interface TakeBackProps {
  /** The commands that joined papers with their arXiv ids. */
  readonly joins: readonly OperationId[];
}

/** Takes back that papers were joined with their arXiv ids; what was decided since stays. */
export function TakeBack({ joins }: TakeBackProps) {
  const [standing, setStanding] = useState<'idle' | 'busy' | 'done'>('idle');

  async function takeBack(): Promise<void> {
    setStanding('busy');
    for (const op of [...joins].reverse()) await sendUndo(op); // some may be undone already
    const now = await lookUps.getValue();
    await lookUps.setValue({ ...now, joins: now.joins.filter((op) => !joins.includes(op)) });
    setStanding('done');
  }

  if (joins.length === 0) {
    return standing === 'done' && <span role="status"> {t('lookUpTakenBack')}</span>;
  }
  return (
    <button
      type="button"
      className="text-button look-up-take-back"
      disabled={standing === 'busy'}
      onClick={() => void takeBack()}
    >
      {t('lookUpTakeBack')}
    </button>
  );
}
