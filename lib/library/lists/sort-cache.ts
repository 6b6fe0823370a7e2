/** The orders of all papers, computed when first needed and kept until the library changes. */

import type { Sort } from '@/lib/protocol/list-query';
import { CHUNK } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import type { Columns } from './columns';
import { type Order, orderByAdded, orderByText, orderByValue } from './order';

export interface SortCache {
  /** Without scores, relevance means by date added. */
  readonly get: (sort: Sort) => Promise<Order>;
  /** To be called when `columns` have changed. */
  readonly clear: () => void;
  /** To be called when titles have changed. */
  readonly clearTitles: () => void;
}

export function createSortCache(db: LibraryDatabase, columns: Columns): SortCache {
  const orders = new Map<Sort, Order>();
  let titles: Promise<readonly string[]> | null = null;

  async function get(sort: Sort): Promise<Order> {
    if (sort === 'relevance') return get('added');
    const known = orders.get(sort);
    if (known) return known;
    const order = await compute(sort);
    orders.set(sort, order);
    return order;
  }

  async function compute(sort: Exclude<Sort, 'relevance'>): Promise<Order> {
    switch (sort) {
      case 'added':
        return orderByAdded(columns);
      case 'published':
        return orderByValue(columns.dates, await get('added'));
      case 'upvotes':
        return orderByValue(columns.upvotes, await get('added'));
      case 'title':
        titles ??= readTitles(db);
        return orderByText(await titles, await get('added'));
    }
  }

  return {
    get,
    clear: () => orders.clear(),
    clearTitles() {
      titles = null;
      orders.delete('title');
    },
  };
}

/** The sort keys of all titles, by paper number. */
async function readTitles(db: LibraryDatabase): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const { chunk, titles } of await db.titles.toArray()) {
    for (const [row, key] of titles.split('\n').entries()) keys[chunk * CHUNK + row] = key;
  }
  return keys;
}
