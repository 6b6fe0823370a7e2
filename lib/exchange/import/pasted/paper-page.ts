/** Reads the text of a paper's page on Hugging Face that was selected and copied whole. */
import { EMPTY_PAPER } from '@/lib/exchange/formats/field-values';
import type { ParsedPaper, ParseResult } from '@/lib/exchange/formats/parsed-paper';
import { arxivIdOf, parseArxivId } from '@/lib/paper';
import { captionedUpvotes } from './counts';
import { type Detail, resolveDate } from './details';
import type { Line } from './line';
import { HANDLE, joinLines, parseLines } from './parse-lines';
import { endsLikeSentence } from './sentences';

/** The line above the title: "Papers arxiv:2410.11842". */
const ARXIV_LINE = /^(?:.{0,30}\s)?arxiv:\s?(\S{9,20})$/i;

/** A paper's page, and where its parts begin. */
interface PaperPage {
  readonly arxivId: string;
  /** All lines up to the next page's. The indexes below refer to them. */
  readonly lines: readonly Line[];
  /** The line with the id, above the title. */
  readonly idLine: number;
  /** The first line after the title. */
  readonly firstFact: number;
  /** The heading "Abstract". */
  readonly abstract: number;
}

/** Whether a text contains such pages: an id, a title, facts, and a heading "Abstract". */
export function looksLikePaperPage(text: string): boolean {
  return findPages(parseLines(text)).length > 0;
}

/** Reads one paper from each page in the text; papers mentioned in comments are ignored. */
export function* readPaperPage(text: string, today = new Date()): Generator<ParseResult> {
  for (const page of findPages(parseLines(text))) yield { paper: paperOf(page, today) };
}

function findPages(lines: readonly Line[]): PaperPage[] {
  const pages: PaperPage[] = [];
  for (let idLine = 0; idLine < lines.length; idLine++) {
    const arxivId = idIn(lines[idLine]);
    if (arxivId === null) continue;
    const end = lines.findIndex((line, index) => index > idLine && idIn(line) !== null);
    const own = lines.slice(0, end < 0 ? undefined : end);
    const firstFact = own.findIndex((line, index) => index > idLine && isFact(line));
    const abstract = own.findIndex(({ text }, index) => index > firstFact && text === 'Abstract');
    if (firstFact > idLine + 1 && abstract > firstFact) {
      pages.push({ arxivId, lines: own, idLine, firstFact, abstract });
    }
  }
  return pages;
}

function idIn(line: Line | undefined): string | null {
  const written = ARXIV_LINE.exec(line?.text ?? '')?.[1];
  const paper = written ? parseArxivId(written) : null;
  return paper && arxivIdOf(paper.id);
}

/** "Published on Nov 23", or if it is missing the next thing that may follow a title. */
function isFact({ text, details }: Line): boolean {
  return /^Authors?:/.test(text) || (details?.some(({ kind }) => FACT_KINDS.has(kind)) ?? false);
}

const FACT_KINDS: ReadonlySet<Detail['kind']> = new Set(['date', 'submitter', 'caption']);

function paperOf(
  { arxivId, lines, idLine, firstFact, abstract }: PaperPage,
  today: Date,
): ParsedPaper {
  const title = lines.slice(idLine + 1, firstFact);
  const facts = lines.slice(firstFact, abstract);
  const authors = facts.findIndex(({ text }) => /^Authors?:/.test(text));
  const before = authors < 0 ? facts : facts.slice(0, authors);
  const details = before.flatMap((line) => line.details ?? []);
  const date = details.find((detail) => detail.kind === 'date');
  return {
    ...EMPTY_PAPER,
    arxivId,
    title: joinLines(title),
    abstract: abstractIn(lines.slice(abstract + 1)),
    ...authorsIn(authors < 0 ? [] : facts.slice(authors)),
    date: date ? resolveDate(date, today) : null,
    upvotes: captionedUpvotes(details),
    organization: organizationIn(before),
    place: title[0]?.place ?? 1,
  };
}

/** Commas are on lines of their own; the last line may be "+ 9 authors". */
function authorsIn(lines: readonly Line[]): Pick<ParsedPaper, 'authors' | 'authorsTotal'> {
  const more = lines.flatMap(({ details }) => details ?? []).find(({ kind }) => kind === 'authors');
  const names = joinLines(lines.filter(({ details }) => !details?.length))
    .replace(/^Authors?:/, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const hidden = more?.kind === 'authors' ? more.count : 0;
  return { authors: names, authorsTotal: hidden > 0 ? names.length + hidden : null };
}

/** A line of its own between the date and the upvotes, other than the submitter and an award. */
function organizationIn(lines: readonly Line[]): string | null {
  const upvote = lines.findIndex(({ details }) => details?.some(({ kind }) => kind === 'caption'));
  const line = lines[upvote - 1];
  if (!line || line.details || /^#\d+ /.test(line.text)) return null;
  const isSubmitter =
    /submitted by$/i.test(lines[upvote - 2]?.text ?? '') || / on \S+ \d+$/.test(line.text);
  return isSubmitter ? null : line.text;
}

/**
 * The paragraphs under "Abstract". An AI-generated summary may come first, with a caption below it.
 */
function abstractIn(lines: readonly Line[]): string | null {
  const first = paragraphsFrom(lines, 0);
  const caption = lines[first.length];
  const second = caption && isCaption(caption) ? paragraphsFrom(lines, first.length + 1) : [];
  return joinLines(second.length > 0 ? second : first) || null;
}

function paragraphsFrom(lines: readonly Line[], from: number): Line[] {
  const end = lines.findIndex((line, index) => index >= from && !isProse(line));
  return lines.slice(from, end < 0 ? undefined : end);
}

function isProse({ text, details, isBoilerplate, isWrapped }: Line): boolean {
  return !details && !isBoilerplate && (text.length > 60 || isWrapped || endsLikeSentence(text));
}

/** Whether a line describes what is above it, and is not a button. */
function isCaption({ text, details, isBoilerplate }: Line): boolean {
  return (
    !details && !isBoilerplate && !/\b(?:arXiv|PDF|GitHub|page)\b/i.test(text) && !HANDLE.test(text)
  );
}
