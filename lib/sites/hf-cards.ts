/** The cards of Hugging Face's listings: one `article` a paper, on every kind of listing. */

import { BARE, type Paper, type PaperId } from '@/lib/paper';
import { huggingFaceDay } from './dates';
import { countIn, labelledUpvotes, leafText, paperInLink, papersPath } from './huggingface';
import type { Lookup } from './hydration';
import type { Row, Unreadable } from './site';
import { sourceText } from './text';

/** What differs between the listings. */
export interface CardKind {
  /** Finds what the page's JSON tells of a paper. */
  readonly hydrated: Lookup;
  /** Whether the text on a card is the abstract. Elsewhere it may be a summary by a machine. */
  readonly showsAbstract: boolean;
  /** Whether cards link to the comments where there are any. */
  readonly showsComments: boolean;
}

/** The papers among a page's articles. */
export function* cardRows(document: Document, kind: CardKind): Generator<Row | Unreadable> {
  for (const article of document.querySelectorAll<HTMLElement>('article')) {
    const link = titleLink(article);
    if (link) yield cardRow(article, link, kind);
    else if (isPaperCard(article)) yield { unreadable: article };
  }
}

interface TitleLink {
  readonly id: PaperId;
  readonly title: string;
}

/** From the first heading that has both: trending cards hold two copies, for wide and narrow. */
function titleLink(article: HTMLElement): TitleLink | null {
  for (const link of article.querySelectorAll('h3 a')) {
    const id = paperInLink(link.getAttribute('href') ?? '');
    const title = id && sourceText(link);
    if (title) return { id, title };
  }
  return null;
}

/**
 * Whether an article without a readable title is a paper nonetheless. Articles of other things
 * (models, posts) may link to a paper too, but their heading goes elsewhere.
 */
function isPaperCard(article: HTMLElement): boolean {
  const headings = article.querySelectorAll('h3 a[href]');
  const links = headings.length > 0 ? headings : article.querySelectorAll('a[href]');
  return Array.from(links).some((link) => papersPath(link.getAttribute('href') ?? '') !== null);
}

function cardRow(article: HTMLElement, { id, title }: TitleLink, kind: CardKind): Row {
  const cell = article.parentElement;
  return {
    elements: [article],
    ...(cell?.childElementCount === 1 && cell.localName === 'div' ? { cell } : {}),
    anchor: { element: article, place: 'inside' },
    id,
    title,
    section: null,
    read: () => readCard(article, { id, title }, kind),
  };
}

/** What the card shows wins over the JSON, which may be older. */
function readCard(article: HTMLElement, known: TitleLink, kind: CardKind): Paper {
  const json = kind.hydrated(known.id);
  const shown = json && json.authors.length > 0 ? { authors: json.authors } : avatars(article);
  const day = leafText(article, /^(?:Published on )?([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/);
  return {
    ...BARE,
    ...known,
    ...shown,
    abstract: json?.abstract ?? (kind.showsAbstract ? abstractOf(article) : null),
    date: json?.date ?? huggingFaceDay(day ?? '', known.id),
    upvotes: upvotesOf(article) ?? json?.upvotes ?? null,
    numComments: kind.showsComments ? commentsOf(article) : (json?.numComments ?? null),
    organization: organizationOf(article) ?? json?.organization ?? null,
    source: 'huggingface',
  };
}

/**
 * The first few authors, as the titles of their pictures, which stand in reverse. Some are account
 * names: the page has no other.
 */
function avatars(article: HTMLElement): Pick<Paper, 'authors' | 'authorsTotal'> {
  const list = article.querySelector('ul');
  if (!list) return { authors: [], authorsTotal: null };
  const names = Array.from(list.querySelectorAll('li[title]'), (item) => item.getAttribute('title'))
    .map((name) => name?.trim() ?? '')
    .filter((name) => name !== '');
  if (list.classList.contains('flex-row-reverse')) names.reverse();
  const total = Number(/(\d+) authors?$/.exec(sourceText(list))?.[1] ?? 0);
  return { authors: names, authorsTotal: total > names.length ? total : null };
}

/** The paragraph that is a link itself. */
function abstractOf(article: HTMLElement): string | null {
  for (const paragraph of article.querySelectorAll('a > p')) {
    const href = paragraph.parentElement?.getAttribute('href') ?? '';
    if (papersPath(href) !== null) return sourceText(paragraph) || null;
  }
  return null;
}

/** A number alone in its box, under an arrow; "Submitted by …" is in such a box too. */
function upvotesOf(article: HTMLElement): number | null {
  for (const box of article.getElementsByClassName('leading-none')) {
    const count = countIn(sourceText(box));
    if (count !== null) return count;
  }
  return labelledUpvotes(article);
}

/** The link to the comments is left out when there are none. */
function commentsOf(article: HTMLElement): number | null {
  const link = article.querySelector('a[href$="#community"]');
  return link ? countIn(sourceText(link)) : 0;
}

/** The chip that stands in the authors' place. */
function organizationOf(article: HTMLElement): string | null {
  const chip = article.querySelector('a.rounded-full .truncate');
  return chip ? sourceText(chip) || null : null;
}
