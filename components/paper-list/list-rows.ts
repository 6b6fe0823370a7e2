import type { CardPaper } from './card-paper';

/** Identifies a card in its list. */
export type CardKey = string | number;

/** The papers of a list, in order. Only those in view need to be read. */
export interface ListRows {
  readonly count: number;
  /** Must be the same function while the list is the same. */
  readonly keyAt: (index: number) => CardKey;
  /** `null` until read. */
  readonly paperAt: (index: number) => CardPaper | null;
}
