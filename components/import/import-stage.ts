import type { ImportSummary } from '@/lib/exchange/import/session';
import type { OperationId } from '@/lib/protocol/operation-id';

/** The stages of an import. */
export type ImportStage =
  | { readonly kind: 'choose'; readonly failure: string | null }
  /** `name` is the file's, `null` for a pasted text. `share` is from 0 to 1. */
  | {
      readonly kind: 'reading';
      readonly name: string | null;
      readonly share: number;
      readonly papers: number;
    }
  | {
      readonly kind: 'preview';
      readonly name: string | null;
      readonly summary: ImportSummary;
      readonly isBackup: boolean;
      /** Why writing failed. */
      readonly failure: string | null;
    }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done';
      readonly op: OperationId;
      readonly text: string;
      readonly tag: string;
      readonly incomplete: number;
    };

export type StageOf<K extends ImportStage['kind']> = ImportStage & { readonly kind: K };
