import { EMPTY_METADATA, type Paper, type PaperId } from '@/lib/paper';
import {
  authorNames,
  fieldText,
  firstOfClass,
  isArxivPage,
  isDescriptor,
  paperInAbsLink,
  subjectCodes,
} from './arxiv';
import { arxivListingOf } from './arxiv-listings';
import { arxivPatterns } from './arxiv-routes';
import { parseArxivDay, parseTimestampDay } from './dates';
import { markTranslated, type OwnText, readOwnText, readOwnTextFrom } from './own-text';
import { defineSite, hasElement, type Row, type Section, type Unreadable } from './site';
import { sourceText } from './source-text';
import { isTranslatedPage } from './translation';

/** All of arXiv's lists share one template (`list_macros.html` of arxiv-browse). */
export const arxivList = defineSite({
  id: 'arxiv-list',
  host: 'arxiv',
  name: 'siteArxivList',
  kind: 'listing',
  texts: {
    title: 'div.list-title',
    authors: '.list-authors a',
    categories: '.list-subjects',
    abstract: 'p.mathjax',
  },
  matches: arxivPatterns('list'),
  examples: [
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/list/cs.LG/recent?skip=50&show=2000',
    'https://www.arxiv.org/list/math/pastweek?show=250',
    'https://export.arxiv.org/list/cond-mat.mes-hall/current',
    'https://browse.arxiv.org/list/cs/2026?skip=0&show=25',
    'https://arxiv.org/list/hep-th/2026-10',
    'https://arxiv.org/list/hep-th/9901',
    'https://cn.arxiv.org/list/cs.LG/new',
    'https://arxiv.org/list?archive=cs&year=2026&month=10&submit=Go',
    'https://arxiv.org/list/?archive=cs&year=2026&month=all',
    'https://arxiv.org/catchup/cs.LG/2026-11-20?abs=True&page=2',
    'https://arxiv.org/a/someone_s_1',
    'https://arxiv.org/a/someone_s_1.html',
    'https://arxiv.org/a/0000-0002-1825-0097',
  ],
  isPage: (url) => isArxivPage(url, 'list'),
  listingOf: arxivListingOf,
  isShownBy: hasElement('dl#articles'),
  rows,
});

/** There is one `dl#articles` per section or day, so the id is not unique. */
function* rows(document: Document): Generator<Row | Unreadable> {
  const lists = document.querySelectorAll('dl#articles');
  const page = {
    date: dateOver(lists[0]) ?? dateInAddress(document),
    isTranslated: isTranslatedPage(document),
  };
  for (const list of lists) yield* readEntries(list, page);
}

/** What holds for all entries of a page. */
interface PageFacts {
  readonly date: string | null;
  readonly isTranslated: boolean;
}

/** An entry is a `dt` and the next `dd`; a heading applies to the entries after it. */
function* readEntries(list: Element, page: PageFacts): Generator<Row | Unreadable> {
  let section: Section = null;
  let { date } = page;
  let term: HTMLElement | null = null;
  for (let child = list.firstElementChild; child; child = child.nextElementSibling) {
    const element = child as HTMLElement;
    if (element.tagName === 'DD') {
      yield (term && readEntry(term, element, section, { ...page, date })) ?? {
        unreadable: term ?? element,
      };
      term = null;
    } else if (element.tagName === 'DT' || element.tagName === 'H3') {
      if (term) yield { unreadable: term };
      term = element.tagName === 'DT' ? element : null;
      if (!term) {
        const heading = sourceText(element);
        section = sectionOf(heading);
        date = parseArxivDay(heading) ?? page.date;
      }
    }
  }
  if (term) yield { unreadable: term };
}

function readEntry(
  term: HTMLElement,
  description: HTMLElement,
  section: Section,
  page: PageFacts,
): Row | null {
  const linked = findPaper(term);
  const titleBox = firstOfClass(description, 'list-title');
  const title = titleBox && readOwnText(titleBox, isDescriptor);
  if (!linked || !title?.text) return null;
  const { id, version } = linked;
  return {
    elements: [term, description],
    anchor: { element: term, place: 'inside' },
    gutter: description, // 40 pixels wide
    id,
    title: title.text,
    section: section ?? sectionInTerm(term),
    read: () => ({
      ...readDescription(description, id, title, page),
      version,
      textVersion: version,
    }),
  };
}

/** The link titled "Abstract", or if none is, the first link to an abstract page. */
function findPaper(term: HTMLElement): ReturnType<typeof paperInAbsLink> {
  const titled = term.querySelector('a[title="Abstract"]');
  for (const link of titled ? [titled] : term.getElementsByTagName('a')) {
    const paper = paperInAbsLink(link.getAttribute('href') ?? '');
    if (paper) return paper;
  }
  return null;
}

function readDescription(
  description: HTMLElement,
  id: PaperId,
  title: OwnText,
  page: PageFacts,
): Paper {
  const authors = firstOfClass(description, 'list-authors');
  const abstract = abstractOf(description);
  return {
    ...EMPTY_METADATA,
    id,
    title: title.text,
    date: page.date,
    abstract: abstract?.text || null,
    // arXiv cuts the list at 100 without giving the total.
    authors: authors ? authorNames(authors) : [],
    categories: subjectCodes(firstOfClass(description, 'list-subjects')),
    comments: fieldText(description, 'list-comments'),
    journalRef: fieldText(description, 'list-journal-ref'),
    source: 'arxiv',
    ...markTranslated([title, abstract], page.isTranslated),
  };
}

/**
 * The abstract is the last thing in an entry. Anything after the paragraph belongs to it: if the
 * page was saved with a displayed formula rendered by MathJax (a `div`), the parser ended the
 * paragraph there.
 */
function abstractOf(description: HTMLElement): OwnText | null {
  for (const paragraph of description.getElementsByTagName('p')) {
    if (paragraph.classList.contains('mathjax')) return readOwnTextFrom(paragraph);
  }
  return null;
}

/** "New submissions", "Cross submissions" or "Cross-lists", "Replacement submissions". */
function sectionOf(heading: string): Section {
  if (/^new\b/i.test(heading)) return 'new';
  if (/^cross\b/i.test(heading)) return 'cross';
  return /^replacement/i.test(heading) ? 'replaced' : null;
}

/** "(cross-list from …)" and "(replaced)" are text beside the links; some extensions wrap them. */
function sectionInTerm(term: HTMLElement): Section {
  if (!/\((?:replaced|cross-list)/.test(term.textContent)) return null; // usual
  const text = sourceText(term, ({ tagName }) => tagName === 'A');
  if (text.includes('(replaced')) return 'replaced';
  return text.includes('(cross-list') ? 'cross' : null;
}

/** The date in a heading above the lists: "Showing new listings for Friday, 20 November 2026". */
function dateOver(list: Element | undefined): string | null {
  for (let box: Element | null = list ?? null; box; box = box.parentElement) {
    for (let before = box.previousElementSibling; before; before = before.previousElementSibling) {
      const date = /^H[1-3]$/.test(before.tagName) ? parseArxivDay(sourceText(before)) : null;
      if (date) return date;
    }
  }
  return null;
}

/** The day in `/catchup/cs.LG/2026-11-20`. */
function dateInAddress(document: Document): string | null {
  const [, kind, , day] = new URL(document.URL).pathname.split('/');
  return kind === 'catchup' ? parseTimestampDay(day ?? '') : null;
}
