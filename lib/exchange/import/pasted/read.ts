/** The text of one of Hugging Face's listings, selected whole and copied. */
import { NOTHING_FOUND } from '@/lib/exchange/formats/fields';
import type { Found, FoundPaper } from '@/lib/exchange/formats/found-paper';
import { commentsOf, upvotesOf, upvotesStandBefore, withoutUpvotes } from './counts';
import { type Detail, dayOf, detailsIn } from './details';
import type { Part } from './label-costs';
import { partsOf } from './label-lines';
import type { Line } from './line';
import { HANDLE, linesIn, linesOf, textOf } from './lines';
import { type RawLine, rawLinesOf } from './raw-lines';
import { endsLikeSentence } from './sentences';

/** One paper's lines, as far as they are known to be its own. */
interface Entry {
  readonly title: Line[];
  readonly abstract: Line[];
  /** What stands before the title since the paper before it: upvotes, perhaps. */
  readonly before: readonly Detail[];
  /** What stands after it. */
  readonly after: Detail[];
  organization: string | null;
  /** The number of the line of its own on which that stands. */
  organizationAt?: number;
}

/**
 * Reads the papers of such a text in their order, each with title, abstract, and what else the layout
 * shows. No ids are in it.
 * `today` is needed for dates of the current year, which are written without it.
 */
export function* readPastedPage(text: string, today = new Date()): Generator<Found> {
  for (const page of pagesIn(rawLinesOf(text))) {
    const lines = linesIn(page);
    const entries = entriesOf(lines, partsOf(lines));
    const hasUpvotesBefore = upvotesStandBefore(entries.map(({ before }) => before));
    leaveOutCutAbstract(entries);
    for (const [index, entry] of entries.entries()) {
      yield { paper: paperOf(entry, hasUpvotesBefore, entries[index + 1], today) };
    }
  }
}

/**
 * Where the text ends within an abstract, what is there of it is no abstract: other papers have
 * something after theirs.
 */
function leaveOutCutAbstract(entries: readonly Entry[]): void {
  const last = entries.at(-1);
  const isCut = last?.after.length === 0 && !endsLikeSentence(last.abstract.at(-1)?.text ?? '.');
  const others = entries.slice(0, -1);
  if (isCut && others.length > 0 && others.every(({ after }) => after.length > 0)) {
    last.abstract.length = 0;
  }
}

/** Pages that were pasted one after another: all begin with the same words, which cards do not. */
function pagesIn(lines: readonly RawLine[]): RawLine[][] {
  const [first, second] = lines;
  const isBeginning = (index: number) =>
    lines[index]?.text === first?.text && lines[index + 1]?.text === second?.text;
  const begins = lines.flatMap((_, index) => (isBeginning(index) ? index : []));
  const isWords = first && second && !detailsIn(first.text) && !detailsIn(second.text);
  const starts = isWords && begins.length * 6 < lines.length ? begins : [0];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function entriesOf(lines: readonly Line[], parts: readonly Part[]): Entry[] {
  const entries: Entry[] = [];
  let loose: Detail[] = [];
  for (const [index, line] of lines.entries()) {
    const part = parts[index];
    const entry = entries.at(-1);
    if (part === 'title') {
      entries.push({ title: [line], abstract: [], before: loose, after: [], organization: null });
      loose = [];
    } else if (part === 'heading') {
      entry?.title.push(line);
    } else if (part === 'abstract' || part === 'more') {
      entry?.abstract.push(line);
      loose = [];
    } else if (line.details) {
      loose.push(...line.details);
      if (!entry || part !== 'details') continue;
      entry.after.push(...line.details);
      entry.organization ??= line.organization;
    } else if (part === 'details' && entry && entry.after.length === 0 && !line.isHandle) {
      const { organization, organizationAt } = entry;
      const isFullName = organizationAt === index - 1 && HANDLE.test(organization ?? '');
      if (organization === null || isFullName) {
        Object.assign(entry, { organization: line.text, organizationAt: index });
      }
    }
  }
  return entries;
}

function paperOf(
  { title, abstract, before, after, organization }: Entry,
  hasUpvotesBefore: boolean,
  next: Entry | undefined,
  today: Date,
): FoundPaper {
  const own = hasUpvotesBefore && next ? withoutUpvotes(after, next.before) : after;
  const authors = own.find((detail) => detail.kind === 'authors');
  const date = own.find((detail) => detail.kind === 'date');
  return {
    ...NOTHING_FOUND,
    title: textOf(title),
    abstract: abstractOf(abstract, after),
    authorsTotal: authors?.count ?? null,
    organization,
    date: date ? dayOf(date, today) : null,
    upvotes: upvotesOf(before, own, hasUpvotesBefore),
    numComments: commentsOf(own, organization !== null),
    place: title[0]?.place ?? 1,
  };
}

/**
 * On the page of trending papers a machine's summary, of one sentence, may stand for the abstract;
 * the page does not say which. An abstract has more.
 */
function abstractOf(lines: readonly Line[], after: readonly Detail[]): string | null {
  const text = textOf(lines);
  const isTrending = after.some(({ kind }) => kind === 'label');
  const isOneSentence = !/[.!?]["”’)\]]* +\S|[。！？]\S/.test(text);
  return text === '' || (isTrending && isOneSentence) ? null : text;
}

/** What stands on every listing of Hugging Face, and on hardly any other text. */
const MARKS =
  /Get trending papers in your email inbox|and the research community|^[ \t]*(?:Daily|Weekly|Monthly|Trending) Papers[ \t]*$/im;

/** Whether a text is surely that of a listing: by the page's own words, or by its cards' details. */
export function looksPasted(text: string): boolean {
  if (MARKS.test(text)) return true;
  const lines = linesOf(text);
  return lines.filter(isOfCard).length * 12 > lines.length;
}

function isOfCard({ isByline, details }: Line): boolean {
  return isByline || (details?.some(({ kind }) => kind === 'submitter') ?? false);
}
