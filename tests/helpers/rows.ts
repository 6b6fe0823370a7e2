/** Rows of a made-up page, without a site that reads them. */
import { createPageStore, type PageState, type PageStore } from '@/lib/page/store';
import type { Paper } from '@/lib/paper';
import type { NamedSite } from '@/lib/sites';
import { defineSite, type Row } from '@/lib/sites/site';
import { makePaper } from './papers';

/** A row for each paper, on elements of their own that stand in no document yet. */
export function makeRow(paper: Partial<Paper> = {}, overrides: Partial<Row> = {}): Row {
  const full = makePaper(paper);
  const element = document.createElement('li');
  element.textContent = full.title;
  return {
    elements: [element],
    anchor: { element, place: 'inside' },
    id: full.id,
    title: full.title,
    section: null,
    read: () => full,
    ...overrides,
  };
}

/** A kind of page for tests; its rows are given to the store by hand. */
export function makeSite(overrides: Partial<NamedSite> = {}): NamedSite {
  return defineSite({
    id: 'made-up',
    host: 'arxiv',
    name: 'siteArxivList',
    kind: 'listing',
    texts: { title: 'h1, h3', authors: null, categories: null, abstract: 'p' },
    matches: [],
    examples: [],
    isPage: () => true,
    listingOf: ({ pathname }) => pathname,
    isShownBy: () => false,
    rows: () => [],
    ...overrides,
  });
}

/** A listing with these rows, as after a first reading, and whatever else is known of it. */
export function openPage(rows: readonly Row[], known: Partial<PageState> = {}): PageStore {
  const store = createPageStore();
  store.setState({ site: makeSite(), rows, ...known });
  return store;
}
