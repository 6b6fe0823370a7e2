import { useRef } from 'react';
import { Icon } from '@/components/design/icons';
import { isAllDecided, progressText } from '@/components/paper-parts/progress-text';
import type { Summary } from '@/lib/page/summary';

interface ProgressProps {
  readonly summary: Summary;
}

/** How far the page is triaged, in words. The last decision is marked; the toast says it. */
export function Progress({ summary }: ProgressProps) {
  const wasOpen = useRef(false);
  const isDone = isAllDecided(summary);
  if (!isDone) wasOpen.current = true;
  return (
    <strong
      className="decided"
      data-done={isDone || undefined}
      data-just-done={(isDone && wasOpen.current) || undefined}
    >
      {isDone && <Icon path="M3 8.5l3.2 3.2L13 4.8" />}
      <span>{progressText(summary)}</span>
    </strong>
  );
}

/** The same as a thin line along the top edge. */
export function ProgressLine({ summary: { papers, decided } }: ProgressProps) {
  return <span className="progress-line" style={{ scale: `${decided / papers} 1` }} />;
}
