import type { BackupReason } from './retention';

/** What is told of a backup. */
export interface Backup {
  /** Names it for good. */
  readonly name: string;
  /** When it was made, in milliseconds. */
  readonly at: number;
  readonly reason: BackupReason;
  readonly papers: number;
  /** Bytes that it takes here. */
  readonly size: number;
  /** How everything was when it was made: the same where nothing changed since. */
  readonly mark: string;
}
