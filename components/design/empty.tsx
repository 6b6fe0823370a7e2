import type { ReactNode } from 'react';
import { PapersIcon } from './icons';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Explains why there is nothing to see, and what to do. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <PapersIcon />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
