import type { Session } from '../session';
import type { Line } from '../table';

export interface Job {
  /** What `--only` takes. */
  readonly name: string;
  readonly run: (session: Session, options: JobOptions) => Promise<readonly Line[]>;
}

interface JobOptions {
  readonly rounds: number;
  /** How many entries the listings have. */
  readonly sizes: readonly number[];
}
