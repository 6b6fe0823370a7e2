/** Abstracts that listings do not show. */
import type { PaperId } from '@/lib/paper';

/** Abstracts by paper id, TeX source kept. */
export type Abstracts = Readonly<Record<PaperId, string>>;

/** Why arXiv answers nothing at present. */
export interface AbstractsProblem {
  /** What happened, in a sentence for the user. */
  readonly text: string;
  /** When the next attempt is made, in milliseconds. */
  readonly retryAt: number;
}

export interface AbstractsAnswer {
  readonly known: Abstracts;
  /** How many of the others are on their way. */
  readonly waiting: number;
  readonly problem: AbstractsProblem | null;
}
