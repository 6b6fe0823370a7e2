/** Between a page and the worker that answers its lists. */
import type { ListFirstPage, ListQuery } from '../store/list-query';

/** From the page: what one of its lists asks from now on; `null` is nothing any more. */
export interface Question {
  readonly list: number;
  readonly query: ListQuery | null;
}

/** From the worker: at once, and again whenever it has become another. */
export type Reply =
  | { readonly list: number; readonly firstPage: ListFirstPage }
  | { readonly list: number; readonly failure: string };
