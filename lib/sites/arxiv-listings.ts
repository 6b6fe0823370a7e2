/** Which of arXiv's addresses are the same listing to a reader; see `Site.listingOf`. */

/** Lists of what is newest in a category: parts of one stream, however much of it they show. */
const NEWEST = /^\/(?:list\/([\w.-]+)\/(?:new|recent|pastweek|current)|catchup\/([\w.-]+)\/.*)$/;
const ARCHIVE = /^\/list\/([\w.-]+)/;

/** A category or archive with what is newest in it; its months and years; an author. */
export function arxivListingOf({ pathname, searchParams }: URL): string {
  const path = pathname.replace(/(?:\/|\.html)$/, '');
  const newest = NEWEST.exec(path);
  if (newest) return newest[1] ?? newest[2] ?? '';
  const archive = ARCHIVE.exec(path)?.[1] ?? searchParams.get('archive');
  return archive ? `/list/${archive}` : path;
}

/** What decides how results are shown, not which there are. */
const NOT_ASKED = new Set(['abstracts', 'order', 'size', 'source', 'start']);

/** A search: its words, and whatever else narrows the results. */
export function arxivSearchOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams(
    [...searchParams]
      .map(([name, value]) => [name, value.trim()] as [string, string])
      .filter(([name, value]) => value !== '' && !NOT_ASKED.has(name))
      .filter(([name, value]) => name !== 'searchtype' || value !== 'all'),
  );
  asked.sort();
  return `${pathname.replace(/\/$/, '')}?${asked}`;
}
