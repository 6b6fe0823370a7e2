/** Reads the text of a Hugging Face listing that was selected and copied whole. */
import { EMPTY_PAPER } from '@/lib/exchange/formats/field-values';
import type { ParsedPaper, ParseResult } from '@/lib/exchange/formats/parsed-paper';
import { findComments, findUpvotes, upvotesPrecedeTitles, withoutUpvotes } from './counts';
import { type Detail, parseDetails, resolveDate } from './details';
import type { Label } from './label-costs';
import { labelLines } from './label-lines';
import type { Line } from './line';
import { describeLines, HANDLE, joinLines, parseLines } from './parse-lines';
import { endsLikeSentence } from './sentences';
import { type RawLine, splitLines } from './split-lines';

/** The lines of one paper. */
interface Card {
  readonly title: Line[];
  readonly abstract: Line[];
  /** Details between the previous paper and the title: perhaps upvotes. */
  readonly detailsBefore: readonly Detail[];
  /** Details after the title. */
  readonly detailsAfter: Detail[];
  organization: string | null;
  /** The index of the line that contains only the organisation. */
  organizationLine?: number;
}

/**
 * Reads the papers of a listing in their order, with title, abstract and what else the layout
 * shows, but without ids, which are not in the text. `today` resolves dates of the current year,
 * which are written without it.
 */
export function* readListing(text: string, today = new Date()): Generator<ParseResult> {
  for (const page of splitPages(splitLines(text))) {
    const lines = describeLines(page);
    const cards = groupIntoCards(lines, labelLines(lines));
    const hasUpvotesBefore = upvotesPrecedeTitles(cards.map(({ detailsBefore }) => detailsBefore));
    dropCutOffAbstract(cards);
    for (const [index, card] of cards.entries()) {
      yield { paper: paperOf(card, hasUpvotesBefore, cards[index + 1], today) };
    }
  }
}

/**
 * Drops an incomplete abstract at the end of the text. It is incomplete if other papers have
 * details after theirs.
 */
function dropCutOffAbstract(cards: readonly Card[]): void {
  const last = cards.at(-1);
  const isCut =
    last?.detailsAfter.length === 0 && !endsLikeSentence(last.abstract.at(-1)?.text ?? '.');
  const others = cards.slice(0, -1);
  if (isCut && others.length > 0 && others.every(({ detailsAfter }) => detailsAfter.length > 0)) {
    last.abstract.length = 0;
  }
}

/** Splits pages pasted one after another: all begin with the same words, which cards do not. */
function splitPages(lines: readonly RawLine[]): RawLine[][] {
  const [first, second] = lines;
  const isBeginning = (index: number) =>
    lines[index]?.text === first?.text && lines[index + 1]?.text === second?.text;
  const begins = lines.flatMap((_, index) => (isBeginning(index) ? index : []));
  const startsWithWords =
    first && second && !parseDetails(first.text) && !parseDetails(second.text);
  const starts = startsWithWords && begins.length * 6 < lines.length ? begins : [0];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function groupIntoCards(lines: readonly Line[], labels: readonly Label[]): Card[] {
  const cards: Card[] = [];
  let pending: Detail[] = [];
  for (const [index, line] of lines.entries()) {
    const label = labels[index];
    const card = cards.at(-1);
    if (label === 'title') {
      cards.push({
        title: [line],
        abstract: [],
        detailsBefore: pending,
        detailsAfter: [],
        organization: null,
      });
      pending = [];
    } else if (label === 'titleMore') {
      card?.title.push(line);
    } else if (label === 'abstract' || label === 'abstractMore') {
      card?.abstract.push(line);
      pending = [];
    } else if (line.details) {
      pending.push(...line.details);
      if (!card || label !== 'details') continue;
      card.detailsAfter.push(...line.details);
      card.organization ??= line.organization;
    } else if (label === 'details' && card && card.detailsAfter.length === 0 && !line.isHandle) {
      const { organization, organizationLine } = card;
      const isFullName = organizationLine === index - 1 && HANDLE.test(organization ?? '');
      if (organization === null || isFullName) {
        card.organization = line.text;
        card.organizationLine = index;
      }
    }
  }
  return cards;
}

function paperOf(
  { title, abstract, detailsBefore, detailsAfter, organization }: Card,
  hasUpvotesBefore: boolean,
  next: Card | undefined,
  today: Date,
): ParsedPaper {
  const own =
    hasUpvotesBefore && next ? withoutUpvotes(detailsAfter, next.detailsBefore) : detailsAfter;
  const authors = own.find((detail) => detail.kind === 'authors');
  const date = own.find((detail) => detail.kind === 'date');
  return {
    ...EMPTY_PAPER,
    title: joinLines(title),
    abstract: abstractOf(abstract, detailsAfter),
    authorsTotal: authors?.count ?? null,
    organization,
    date: date ? resolveDate(date, today) : null,
    upvotes: findUpvotes(detailsBefore, own, hasUpvotesBefore),
    numComments: findComments(own, organization !== null),
    place: title[0]?.place ?? 1,
  };
}

/**
 * A trending page may show a one-sentence AI-generated summary in place of the abstract, without
 * saying so. An abstract is longer.
 */
function abstractOf(lines: readonly Line[], after: readonly Detail[]): string | null {
  const text = joinLines(lines);
  const isTrending = after.some(({ kind }) => kind === 'caption');
  const isOneSentence = !/[.!?]["”’)\]]* +\S|[。！？]\S/.test(text);
  return text === '' || (isTrending && isOneSentence) ? null : text;
}

/** Words found on every listing of Hugging Face, and hardly anywhere else. */
const LISTING_WORDS =
  /Get trending papers in your email inbox|and the research community|^[ \t]*(?:Daily|Weekly|Monthly|Trending) Papers[ \t]*$/im;

/** Whether a text is certainly a listing, by its boilerplate or its cards' details. */
export function looksLikeListing(text: string): boolean {
  if (LISTING_WORDS.test(text)) return true;
  const lines = parseLines(text);
  return lines.filter(isCardLine).length * 12 > lines.length;
}

function isCardLine({ isByline, details }: Line): boolean {
  return isByline || (details?.some(({ kind }) => kind === 'submitter') ?? false);
}
