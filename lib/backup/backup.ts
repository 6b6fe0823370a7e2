import type { BackupReason } from './retention';

/** The description of a backup. */
export interface Backup {
  /** Its permanent key. */
  readonly name: string;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  readonly reason: BackupReason;
  readonly papers: number;
  /** Compressed size in bytes. */
  readonly size: number;
  /** Identifies its contents: the same as long as nothing changed. */
  readonly mark: string;
}
