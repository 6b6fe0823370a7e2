/** How a page calls the worker that reads for it. */
import type { Reading } from './protocol';

export interface Call {
  readonly call: number;
  readonly name: keyof Reading;
  readonly args: readonly unknown[];
}

export type Reply =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly progress: unknown }
  | { readonly call: number; readonly failure: string };
