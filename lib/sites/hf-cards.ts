/** The cards of Hugging Face's listings: one `article` per paper, on every kind of listing. */

import { EMPTY_METADATA, type Paper, type PaperId } from '@/lib/paper';
import { parseHuggingFaceDay } from './dates';
import { countIn, labelledUpvotes, leafText, paperInLink, papersPath } from './huggingface';
import type { Lookup } from './hydration';
import { markTranslated, type OwnText, ownText, readOwnText } from './own-text';
import type { Row, TextPlaces, Unreadable } from './site';
import { sourceText } from './source-text';
import { isTranslatedPage } from './translation';

/** Where the texts of a card are. */
export const CARD_TEXTS: TextPlaces = {
  title: 'h3',
  authors: 'article ul',
  categories: null,
  abstract: 'p',
};

/** What differs between listings. */
export interface CardKind {
  /** Looks up a paper in the page's JSON. */
  readonly hydrated: Lookup;
  /**
   * Whether the text on a card is the abstract; on other listings it may be an AI-generated
   * summary.
   */
  readonly showsAbstract: boolean;
  /** Whether cards link to their comments, if there are any. */
  readonly showsComments: boolean;
}

/**
 * Which listing a page is, by its cards; `null` without any. Only trending cards say "Upvote", and
 * their text need not be the abstract; daily cards have no text.
 */
export function listingShownBy(document: Document): 'daily' | 'search' | 'trending' | null {
  const cards = Array.from(document.querySelectorAll('article:has(h3 a[href*="/papers/"])'));
  if (cards.length === 0) return null;
  if (cards.some((card) => labelledUpvotes(card) !== null)) return 'trending';
  return cards.some((card) => card.querySelector('a > p')) ? 'search' : 'daily';
}

/** The papers among a page's `article` elements. */
export function* cardRows(document: Document, kind: CardKind): Generator<Row | Unreadable> {
  const isPageTranslated = isTranslatedPage(document);
  for (const article of document.querySelectorAll<HTMLElement>('article')) {
    const link = titleLink(article);
    if (link) yield cardRow(article, link, { ...kind, isPageTranslated });
    else if (isPaperCard(article)) yield { unreadable: article };
  }
}

interface TitleLink {
  readonly id: PaperId;
  readonly title: OwnText;
}

interface Listing extends CardKind {
  readonly isPageTranslated: boolean;
}

/** From the first heading that has both: trending cards hold two copies, one for each width. */
function titleLink(article: HTMLElement): TitleLink | null {
  for (const link of article.querySelectorAll('h3 a')) {
    const id = paperInLink(link.getAttribute('href') ?? '');
    const title = id ? readOwnText(link) : null;
    if (id && title?.text) return { id, title };
  }
  return null;
}

/**
 * Whether an article without a readable title is a paper nonetheless. Articles about models or
 * posts may link to a paper too, but their heading links elsewhere.
 */
function isPaperCard(article: HTMLElement): boolean {
  const headings = article.querySelectorAll('h3 a[href]');
  const links = headings.length > 0 ? headings : article.querySelectorAll('a[href]');
  return Array.from(links).some((link) => papersPath(link.getAttribute('href') ?? '') !== null);
}

function cardRow(article: HTMLElement, link: TitleLink, listing: Listing): Row {
  const cell = article.parentElement;
  const { id } = link;
  // The page's script made the card from it, and nobody else changed it.
  const title = listing.hydrated(id)?.title ?? link.title.text;
  return {
    elements: [article],
    ...(cell?.childElementCount === 1 && cell.localName === 'div' ? { cell } : {}),
    anchor: { element: article, place: 'inside' },
    id,
    title,
    section: null,
    read: () => ({ ...readCard(article, link, listing), title }),
  };
}

/**
 * Texts are taken from the JSON. Counts are taken from the card where it shows them, as the JSON may be
 * older.
 */
function readCard(article: HTMLElement, link: TitleLink, listing: Listing): Omit<Paper, 'title'> {
  const json = listing.hydrated(link.id);
  const shown =
    json && json.authors.length > 0 ? { authors: json.authors } : authorsFromAvatars(article);
  const abstract = listing.showsAbstract && !json?.abstract ? abstractOf(article) : null;
  const day = leafText(article, /^(?:Published on )?([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/);
  return {
    ...EMPTY_METADATA,
    id: link.id,
    ...shown,
    abstract: json?.abstract ?? (abstract?.text || null),
    date: json?.date ?? parseHuggingFaceDay(day ?? '', link.id),
    upvotes: upvotesOf(article) ?? json?.upvotes ?? null,
    numComments: listing.showsComments ? commentsOf(article) : (json?.numComments ?? null),
    organization: json?.organization ?? organizationOf(article),
    ...json?.onlyHere,
    source: 'huggingface',
    ...markTranslated([json?.title ? null : link.title, abstract], listing.isPageTranslated),
  };
}

/**
 * The first few authors, from the titles of their avatars, which are in reverse order. Some are
 * account names: the page has no others.
 */
function authorsFromAvatars(article: HTMLElement): Pick<Paper, 'authors' | 'authorsTotal'> {
  const list = article.querySelector('ul');
  if (!list) return { authors: [], authorsTotal: null };
  const names = Array.from(list.querySelectorAll('li[title]'), (item) => item.getAttribute('title'))
    .map((name) => name?.trim() ?? '')
    .filter((name) => name !== '');
  if (list.classList.contains('flex-row-reverse')) names.reverse();
  const total = Number(/(\d+) authors?$/.exec(sourceText(list))?.[1] ?? 0);
  return { authors: names, authorsTotal: total > names.length ? total : null };
}

/** The paragraph that is itself a link. */
function abstractOf(article: HTMLElement): OwnText | null {
  for (const paragraph of article.querySelectorAll('a > p')) {
    const href = paragraph.parentElement?.getAttribute('href') ?? '';
    if (papersPath(href) !== null) return readOwnText(paragraph);
  }
  return null;
}

/** A number alone in a box under an arrow; "Submitted by …" is in such a box too. */
function upvotesOf(article: HTMLElement): number | null {
  for (const box of article.getElementsByClassName('leading-none')) {
    const count = countIn(sourceText(box));
    if (count !== null) return count;
  }
  return labelledUpvotes(article);
}

/** Without comments the link is absent. */
function commentsOf(article: HTMLElement): number | null {
  const link = article.querySelector('a[href$="#community"]');
  return link ? countIn(sourceText(link)) : 0;
}

/** The chip shown in place of the authors. */
function organizationOf(article: HTMLElement): string | null {
  const chip = article.querySelector('a.rounded-full .truncate');
  return chip ? ownText(chip) || null : null;
}
