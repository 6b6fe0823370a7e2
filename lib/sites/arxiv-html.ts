import { EMPTY_METADATA, type Paper, parseArxivId } from '@/lib/paper';
import { isArxivPage } from './arxiv';
import { arxivPatterns, arxivPlace } from './arxiv-routes';
import { parseArxivDay } from './dates';
import { headingRow } from './heading-row';
import { markTranslated, type OwnText, ownText, readOwnText } from './own-text';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { isTranslatedPage } from './translation';

const TITLE = 'h1.ltx_title_document';
const ABSTRACT = '.ltx_abstract';

/** The paper itself as HTML, made from its TeX source by LaTeXML. */
export const arxivHtml = defineSite({
  id: 'arxiv-html',
  host: 'arxiv',
  name: 'siteArxivHtml',
  kind: 'paper',
  texts: {
    title: TITLE,
    authors: null,
    categories: null,
    abstract: ABSTRACT,
  },
  matches: arxivPatterns('html'),
  examples: [
    'https://arxiv.org/html/2410.11842',
    'https://arxiv.org/html/2410.11842v2',
    'https://www.arxiv.org/html/2410.11842v1#S1.SS2',
    'https://browse.arxiv.org/html/2410.11842v1/',
    'https://arxiv.org/html/hep-th/9901001v1',
    'https://ar5iv.labs.arxiv.org/html/2410.11842',
  ],
  isPage: (url) => isArxivPage(url, 'html'),
  listingOf: () => null,
  isShownBy: hasElement(TITLE),
  rows,
});

/** Papers without a title in their source have no heading, and are left alone. */
function* rows(document: Document): Generator<Row | Unreadable> {
  const heading = document.querySelector<HTMLElement>(TITLE);
  if (!heading) return;
  const paper = paperOf(document);
  const shown = readOwnText(heading, isAside);
  const title = shown.text;
  if (!paper || !title) {
    yield { unreadable: heading };
    return;
  }
  const read = () => readPage(document, { ...paper, title }, shown);
  yield headingRow(heading, { id: paper.id, title, read });
}

/** From the URL, else from the stamp in the margin: "arXiv:2410.11842v1 [cs.LG] 12 Nov 2026". */
function paperOf(document: Document): Pick<Paper, 'id' | 'version'> | null {
  const stamped = /arXiv:(\S+)/.exec(stampOf(document))?.[1] ?? '';
  return arxivPlace(new URL(document.URL))?.paper ?? parseArxivId(stamped);
}

function stampOf(document: Document): string {
  return document.querySelector('#watermark-tr')?.textContent ?? '';
}

function readPage(
  document: Document,
  known: Pick<Paper, 'id' | 'version' | 'title'>,
  shownTitle: OwnText,
): Paper {
  const abstract = abstractOf(document);
  const stamp = stampOf(document);
  const [, version = '', category] = /arXiv:\S+?(v\d+)?\s+\[([\w.-]+)\]/.exec(stamp) ?? [];
  return {
    ...EMPTY_METADATA,
    ...known,
    textVersion: known.version,
    abstract: abstract?.text || null,
    authors: authorsOf(document),
    categories: category ? [category] : [],
    // The day is that of this version: only of the first one is it the paper's.
    date: version === 'v1' ? parseArxivDay(stamp) : null,
    source: 'arxiv',
    ...markTranslated([shownTitle, abstract], isTranslatedPage(document)),
  };
}

/** "Abstract" is a heading of its own within it. */
function abstractOf(document: Document): OwnText | null {
  const box = document.querySelector(ABSTRACT);
  const isLabel = (element: Element) => element.classList.contains('ltx_title_abstract');
  return box && readOwnText(box, (element) => isLabel(element) || isAside(element));
}

/** What LaTeXML puts into a text that is none of it: footnotes, numbers, macros it does not know. */
const ASIDES = ['ltx_note', 'ltx_pubnotes', 'ltx_tag', 'ltx_ERROR'];

function isAside(element: Element): boolean {
  return ASIDES.some((name) => element.classList.contains(name));
}

/** One name: short, without digits, addresses or anything that joins several. */
const NAME = /^(?!.* and )[^\d@,;:&]{2,60}$/;

/**
 * The authors, if the source marks each of them. Many sources have all in one, with affiliations and
 * line breaks between: none is better than a wrong one.
 */
function authorsOf(document: Document): string[] {
  const boxes = document.querySelectorAll('.ltx_authors .ltx_personname');
  const names = Array.from(boxes, (box) => ownText(box, isBesideName));
  const areNames = Array.from(boxes).every(
    (box) => !box.querySelector(':is(br, table):not(font *)'),
  );
  return areNames && names.every((name) => NAME.test(name)) ? names : [];
}

function isBesideName(element: Element): boolean {
  return isAside(element) || element.localName === 'sup' || element.classList.contains('ltx_sup');
}
