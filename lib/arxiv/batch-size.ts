/** How many papers to ask for at once: fewer after a refusal, to find the one that caused it. */
import { ApiFailure, IDS_PER_REQUEST } from './client';

export interface BatchSize {
  /** Those of these papers to ask for next. */
  readonly take: <T>(papers: readonly T[], most?: number) => T[];
  /** A request for this many was refused. */
  readonly refused: (count: number) => void;
  readonly answered: () => void;
}

export function createBatchSize(): BatchSize {
  let size = IDS_PER_REQUEST;
  return {
    take: (papers, most = IDS_PER_REQUEST) => papers.slice(0, Math.min(size, most)),
    refused(count) {
      size = Math.ceil(count / 2);
    },
    answered() {
      size = Math.min(size * 2, IDS_PER_REQUEST);
    },
  };
}

/** `null` where arXiv refuses the request itself. */
export async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'refused') return null;
    throw error;
  }
}
