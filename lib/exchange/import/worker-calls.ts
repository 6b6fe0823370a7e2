/** The messages by which a page calls the worker that reads for it. */
import type { ImportSession } from './session';

export interface Call {
  readonly id: number;
  readonly method: keyof ImportSession;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly failure: string };
