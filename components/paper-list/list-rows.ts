import type { CardPaper } from './card-paper';

/** What a list knows a card by. */
export type CardKey = string | number;

/** The papers of a list in order. Only those in view need be there. */
export interface ListRows {
  readonly count: number;
  /** The same function for as long as the list is the same. */
  readonly keyAt: (index: number) => CardKey;
  /** `null`: not read yet. */
  readonly paperAt: (index: number) => CardPaper | null;
}
