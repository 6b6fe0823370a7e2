/** The text of one paper's own page on Hugging Face, selected whole and copied. */
import { NOTHING_FOUND } from '@/lib/exchange/formats/fields';
import type { Found, FoundPaper } from '@/lib/exchange/formats/found-paper';
import { arxivIdOf, parseArxivId } from '@/lib/paper';
import { labelledUpvotes } from './counts';
import { type Detail, dayOf } from './details';
import type { Line } from './line';
import { HANDLE, linesOf, textOf } from './lines';
import { endsLikeSentence } from './sentences';

/** What stands over the title: "Papers arxiv:2410.11842". */
const NAMED = /^(?:.{0,30}\s)?arxiv:\s?(\S{9,20})$/i;

/** One paper's page, and where its parts begin. */
interface Page {
  readonly arxivId: string;
  /** Up to the next paper's; the numbers below are those of lines in it. */
  readonly lines: readonly Line[];
  /** The line with the id, over the title. */
  readonly named: number;
  /** The first that follows the title. */
  readonly facts: number;
  /** The heading "Abstract". */
  readonly abstract: number;
}

/** Whether a text is of such pages: an id, a title, facts, and a heading "Abstract". */
export function looksLikePaperPage(text: string): boolean {
  return pagesIn(linesOf(text)).length > 0;
}

/** One paper for each page in the text; papers that its comments tell of are none. */
export function* readPaperPage(text: string, today = new Date()): Generator<Found> {
  for (const page of pagesIn(linesOf(text))) yield { paper: paperOf(page, today) };
}

function pagesIn(lines: readonly Line[]): Page[] {
  const pages: Page[] = [];
  for (let named = 0; named < lines.length; named++) {
    const arxivId = idIn(lines[named]);
    if (arxivId === null) continue;
    const end = lines.findIndex((line, index) => index > named && idIn(line) !== null);
    const own = lines.slice(0, end < 0 ? undefined : end);
    const facts = own.findIndex((line, index) => index > named && isFact(line));
    const abstract = own.findIndex(({ text }, index) => index > facts && text === 'Abstract');
    if (facts > named + 1 && abstract > facts) {
      pages.push({ arxivId, lines: own, named, facts, abstract });
    }
  }
  return pages;
}

function idIn(line: Line | undefined): string | null {
  const written = NAMED.exec(line?.text ?? '')?.[1];
  const paper = written ? parseArxivId(written) : null;
  return paper && arxivIdOf(paper.id);
}

/** "Published on Nov 23", or without it the next that may follow a title. */
function isFact({ text, details }: Line): boolean {
  return /^Authors?:/.test(text) || (details?.some(({ kind }) => FACTS.has(kind)) ?? false);
}

const FACTS: ReadonlySet<Detail['kind']> = new Set(['date', 'submitter', 'label']);

function paperOf({ arxivId, lines, named, facts, abstract }: Page, today: Date): FoundPaper {
  const title = lines.slice(named + 1, facts);
  const told = lines.slice(facts, abstract);
  const authors = told.findIndex(({ text }) => /^Authors?:/.test(text));
  const before = authors < 0 ? told : told.slice(0, authors);
  const details = before.flatMap((line) => line.details ?? []);
  const date = details.find((detail) => detail.kind === 'date');
  return {
    ...NOTHING_FOUND,
    arxivId,
    title: textOf(title),
    abstract: abstractIn(lines.slice(abstract + 1)),
    ...authorsIn(authors < 0 ? [] : told.slice(authors)),
    date: date ? dayOf(date, today) : null,
    upvotes: labelledUpvotes(details),
    organization: organizationIn(before),
    place: title[0]?.place ?? 1,
  };
}

/** Commas have lines of their own; the last line may be "+ 9 authors". */
function authorsIn(lines: readonly Line[]): Pick<FoundPaper, 'authors' | 'authorsTotal'> {
  const more = lines.flatMap(({ details }) => details ?? []).find(({ kind }) => kind === 'authors');
  const names = textOf(lines.filter(({ details }) => !details?.length))
    .replace(/^Authors?:/, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const hidden = more?.kind === 'authors' ? more.count : 0;
  return { authors: names, authorsTotal: hidden > 0 ? names.length + hidden : null };
}

/** What stands alone between the day and the upvotes, but for the submitter and a prize. */
function organizationIn(lines: readonly Line[]): string | null {
  const upvote = lines.findIndex(({ details }) => details?.some(({ kind }) => kind === 'label'));
  const line = lines[upvote - 1];
  if (!line || line.details || /^#\d+ /.test(line.text)) return null;
  const isSubmitter =
    /submitted by$/i.test(lines[upvote - 2]?.text ?? '') || / on \S+ \d+$/.test(line.text);
  return isSubmitter ? null : line.text;
}

/**
 * The paragraphs under "Abstract". A machine's summary may stand before, and a line under it says
 * that it is one.
 */
function abstractIn(lines: readonly Line[]): string | null {
  const first = paragraphsFrom(lines, 0);
  const label = lines[first.length];
  const second = label && isLabel(label) ? paragraphsFrom(lines, first.length + 1) : [];
  return textOf(second.length > 0 ? second : first) || null;
}

function paragraphsFrom(lines: readonly Line[], from: number): Line[] {
  const end = lines.findIndex((line, index) => index >= from && !isProse(line));
  return lines.slice(from, end < 0 ? undefined : end);
}

function isProse({ text, details, isPageWords, isWrapped }: Line): boolean {
  return !details && !isPageWords && (text.length > 60 || isWrapped || endsLikeSentence(text));
}

/** No button, but words about what stands above. */
function isLabel({ text, details, isPageWords }: Line): boolean {
  return (
    !details && !isPageWords && !/\b(?:arXiv|PDF|GitHub|page)\b/i.test(text) && !HANDLE.test(text)
  );
}
