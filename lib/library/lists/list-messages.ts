/** Messages between an extension page and its worker, which answers the page's lists. */

import type { ListQuery } from '@/lib/protocol/list-query';
import type { ListFirstPage } from '../queries/list-answer';

/** To the worker: what one of the page's lists asks from now on; `null` closes it. */
export interface ListRequest {
  readonly list: number;
  readonly query: ListQuery | null;
}

/** From the worker: the answer, sent at once and again whenever it may have changed. */
export type ListReply =
  | { readonly list: number; readonly firstPage: ListFirstPage }
  | { readonly list: number; readonly failure: string };
