import { EMPTY_METADATA, type Paper, type PaperId, parseArxivId } from '@/lib/paper';
import { parseHuggingFaceDay } from './dates';
import { headingRow } from './heading-row';
import { isOnHuggingFace, labelledUpvotes, leafText, paperInLink } from './huggingface';
import { hydratedPage, type Lookup } from './hydration';
import { markTranslated, type OwnText, ownText, readOwnText } from './own-text';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';
import { isTranslatedPage } from './translation';

/** The container of the paper; its JSON is in an attribute. */
const CONTENT = '[data-target="PaperContent"], main';

/** Readers' comments, which link to other papers and repeat this one's abstract. */
const COMMENTS = '#community, .comment, .prose';

/** The page of a single paper. */
export const hfPaper = defineSite({
  id: 'hf-paper',
  host: 'huggingface',
  name: 'siteHfPaper',
  kind: 'paper',
  texts: {
    title: 'h1',
    authors: '.author',
    categories: null,
    abstract: 'p.text-gray-600',
  },
  matches: ['https://huggingface.co/papers/*'],
  examples: [
    'https://huggingface.co/papers/2410.11842',
    'https://huggingface.co/papers/2410.11842#community',
  ],
  isPage: (url) => isOnHuggingFace(url) && paperInLink(url.pathname) !== null,
  listingOf: () => null,
  isShownBy: hasElement('[data-target="PaperContent"]'),
  rows,
});

function* rows(document: Document): Generator<Row | Unreadable> {
  const content = document.querySelector<HTMLElement>('[data-target="PaperContent"]');
  const heading = headingOf(content ?? document);
  const statedId = heading && idBefore(heading);
  if (!content && !statedId) return; // perhaps an error page, whose heading is no title
  const id = statedId ?? paperInLink(new URL(document.URL).pathname);
  const title = heading && readOwnText(heading);
  if (heading && id && title?.text) yield pageRow(heading, id, title, hydratedPage(document));
  else if (content) yield { unreadable: heading ?? content };
}

function headingOf(content: ParentNode): HTMLElement | null {
  const headings = content.querySelectorAll<HTMLElement>('h1');
  return Array.from(headings).find((heading) => !heading.closest(COMMENTS)) ?? null;
}

/**
 * The id from "arxiv:2410.11842" above the heading. More reliable than the URL: when the page
 * changes without loading, this changes together with the heading.
 */
function idBefore(heading: Element): PaperId | null {
  for (
    let before = heading.previousElementSibling;
    before;
    before = before.previousElementSibling
  ) {
    const written = /\barxiv:\s?(\S+)$/i.exec(sourceText(before))?.[1];
    if (written) return parseArxivId(written)?.id ?? null;
  }
  return null;
}

function pageRow(heading: HTMLElement, id: PaperId, shown: OwnText, hydrated: Lookup): Row {
  const title = hydrated(id)?.title ?? shown.text;
  const read = () => ({ ...readPage(heading, id, shown, hydrated), title });
  return headingRow(heading, { id, title, read });
}

/**
 * The JSON takes precedence: the page cuts long author lists, and turns words of the text into
 * links.
 */
function readPage(
  heading: Element,
  id: PaperId,
  title: OwnText,
  hydrated: Lookup,
): Omit<Paper, 'title'> {
  const json = hydrated(id);
  const content = heading.closest(CONTENT) ?? heading;
  const abstract = json?.abstract ? null : abstractIn(content);
  const day = leafText(content, /^Published on ([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)$/);
  return {
    ...EMPTY_METADATA,
    id,
    ...(json && json.authors.length > 0 ? { authors: json.authors } : authorsIn(content)),
    abstract: json?.abstract ?? (abstract?.text || null),
    date: json?.date ?? parseHuggingFaceDay(day ?? '', id),
    upvotes: labelledUpvotes(content) ?? json?.upvotes ?? null,
    numComments: json?.numComments ?? null,
    organization: json?.organization ?? null,
    ...json?.onlyHere,
    source: 'huggingface',
    ...markTranslated(
      [json?.title ? null : title, abstract],
      isTranslatedPage(heading.ownerDocument),
    ),
  };
}

/** The first names, and "+ 9 authors". */
function authorsIn(content: Element): Pick<Paper, 'authors' | 'authorsTotal'> {
  const authors = Array.from(content.querySelectorAll('.author'))
    .filter((author) => !author.closest(COMMENTS))
    .map((author) => nameOf(author))
    .filter((name) => name !== '');
  const more = Number(leafText(content, /^\+ ?(\d+) authors?$/) ?? 0);
  return { authors, authorsTotal: more > 0 ? authors.length + more : null };
}

/** A name and a comma, each in a box of its own. */
function nameOf(author: Element): string {
  const box = author.querySelector('button, a') ?? author;
  return ownText(box).replace(/ ?,$/, '');
}

/** The grey paragraph under "Abstract"; an AI-generated summary, in blue, may come before it. */
function abstractIn(content: Element): OwnText | null {
  for (const heading of content.querySelectorAll('h2')) {
    if (sourceText(heading) !== 'Abstract') continue;
    const paragraph = heading.parentElement?.querySelector('p.text-gray-600');
    if (paragraph) return readOwnText(paragraph);
  }
  return null;
}
