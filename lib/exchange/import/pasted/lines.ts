/** The lines of a page's text, and what each looks like by itself. */
import { type Detail, detailsIn, LONGEST_ORGANIZATION, organizationAndDetails } from './details';

export interface Line {
  /** White space collapsed; never empty. */
  readonly text: string;
  /** From 1, in the text as it was pasted. */
  readonly place: number;
  /** A blank line, or the text's beginning, stands before it. */
  readonly isApart: boolean;
  /** Stands further right than the first line that it goes on from. */
  readonly isIndented: boolean;
  /** The line before it is full: both are of one text that was broken into lines of some width. */
  readonly isWrapped: boolean;
  /** Where the line is made of details; else `null`. */
  readonly details: readonly Detail[] | null;
  /** What stands in the authors' place, where that is no number of authors. */
  readonly organization: string | null;
  /** Words of the page's own, that stand on every such page. */
  readonly isPageWords: boolean;
  /** Whether the line tells of who wrote the paper above it. */
  readonly isByline: boolean;
  /** What stands before says that a card has begun: this is its title, whatever it looks like. */
  readonly isTitleDue: boolean;
  /** May be the short name of an organisation, whose full name is on the next line. */
  readonly isHandle: boolean;
}

/** What Hugging Face's listings say besides papers; in the older and the newer wording. */
const PAGE_WORDS =
  /^(?:Get trending papers in your email inbox\b.*|Subscribe|new|(?:Daily|Weekly|Monthly|Trending) Papers(?: by.*)?|by ?AK and the research community|.{0,60}and the research community(?:\s?[A-Z][a-z]{2} \d{1,2})?|Daily|Weekly|Monthly|Trending|Previous|Next|Load more|Show more|View all|Sort: .*|Back to .*|Hugging Face(?:'s logo)?|Hugging Face|Models|Datasets|Spaces|Buckets|Posts|Docs|Enterprise|Pricing|Log In|Sign Up|Community|Solutions|Website|Tasks|HuggingChat|Collections|Languages|Organizations|Blog|Papers|Articles|Learn|Discord|Forum|GitHub|Inference Providers|System theme|Company|TOS|Privacy|About|Careers|Jobs|© .*|Search papers.*|AI-powered search.*|Week \d{1,2}(?:, \d{4})?|Today|Share|Submit(?: a paper)?|Filter.*|\d+ papers?|Papers? found.*)$/i;

/** The newsletter's line; its button "Subscribe" may be glued to what follows it. */
const NEWSLETTER = /^Get trending papers in your email inbox\b/i;
const GLUED = /^Subscribe\s*(?=\S)/;
/** Without the newsletter's line: "Subscribe" is a word of its own only before what begins one. */
const SURELY_GLUED = /^Subscribe(?=[^a-z\s])/;

/** Marks that show nothing and that pages put around their texts. */
const UNSEEN = /[\s\u200b\u200e\u200f\u2060\ufeff]/;

function withoutUnseen(line: string): string {
  let [from, to] = [0, line.length];
  while (from < to && UNSEEN.test(line.charAt(from))) from += 1;
  while (from < to && UNSEEN.test(line.charAt(to - 1))) to -= 1;
  return line.slice(from, to);
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  return linesIn(rawLinesOf(text));
}

/** The same before it is looked what each may be. */
export function rawLinesOf(text: string): RawLine[] {
  const raw: RawLine[] = [];
  let [isApart, indent] = [true, 0];
  for (const [index, line] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const clean = withoutUnseen(line).replace(/\s+/g, ' ');
    if (clean !== '') {
      const own = line.search(/[^\s]/);
      const isIndented = !isApart && own > indent;
      raw.push({ text: clean, place: index + 1, isApart, isIndented });
      if (!isIndented) indent = own;
    }
    isApart = clean === '';
  }
  return withoutLongIndents(raw);
}

/** No title goes on for so many lines: such ones are a list, or the page stands further right. */
const LONGEST_INDENT = 9;

function withoutLongIndents(lines: readonly RawLine[]): RawLine[] {
  let run: RawLine[] = [];
  return lines.flatMap((line, index) => {
    run.push(line);
    if (lines[index + 1]?.isIndented) return [];
    const isLong = run.length - 1 > LONGEST_INDENT;
    const ended = isLong ? run.map((one) => ({ ...one, isIndented: false })) : run;
    run = [];
    return ended;
  });
}

/** What each of a page's lines looks like among the others. */
export function linesIn(page: readonly RawLine[]): Line[] {
  const clean = withoutSubscribe(page);
  const lines = clean.map((line, index) => {
    const after = clean.slice(index + 1, index + 4).map(({ text }) => text);
    return looked(line, clean[index - 1]?.text, after);
  });
  const wrapped = wrappedOf(lines);
  const due = titlesDue(lines);
  return lines.map((line, index) => ({
    ...line,
    isWrapped: wrapped.has(index),
    isTitleDue: due.has(index),
  }));
}

/**
 * The lines, by their numbers, that follow what cards begin with: who submitted the paper, on some
 * pages with the upvotes after that; or upvotes alone, where titles stand between them.
 */
function titlesDue(lines: readonly Line[]): Set<number> {
  const submitted = lines.flatMap(({ details }, index) => {
    const isName = lines[index + 1]?.details?.at(-1)?.kind === 'name';
    return details?.at(-1)?.kind === 'submitter' ? index + (isName ? 2 : 1) : [];
  });
  const counted = submitted.filter((index) => isCount(lines[index]));
  const hasUpvotes = counted.length * 2 > submitted.length;
  const due = hasUpvotes ? counted.map((index) => index + 1) : submitted;
  const isSure = due.length > 1; // a title may begin with "Submitted by"
  return new Set([...(isSure ? due : []), ...(hasBareCards(lines) ? betweenCounts(lines) : [])]);
}

function betweenCounts(lines: readonly Line[]): number[] {
  return lines.flatMap(({ text }, index) =>
    isCount(lines[index - 1]) && isCount(lines[index + 1]) && /\p{L}/u.test(text) ? index : [],
  );
}

/** Whether most of what follows a number is one line, and then the next number. */
export function hasBareCards(lines: readonly Line[]): boolean {
  const titles = lines.flatMap((line, index) => {
    const isText = !line.details && !line.isPageWords && isCount(lines[index - 1]);
    return isText ? index : [];
  });
  const bare = titles.filter((index) => isCount(lines[index + 1]));
  return titles.length > 2 && bare.length >= (titles.length - 1) * 0.8;
}

function isCount(line: Line | undefined): boolean {
  return line?.details?.at(-1)?.kind === 'count';
}

export type RawLine = Pick<Line, 'text' | 'place' | 'isApart' | 'isIndented'>;

/**
 * The lines, by their numbers, that go on with the one before: in texts that were broken at some
 * width, so that no line has room for the word that begins the next one. Titles and abstracts of one
 * line may look so by chance; but most of theirs begin with a capital. Looked for from the last line
 * up, since that alone is as short as it likes.
 */
function wrappedOf(lines: readonly Line[]): Set<number> {
  const wrapped = new Set<number>();
  for (let last = lines.length - 1; last > 0; ) {
    let [first, width, room] = [last + 1, 0, Number.POSITIVE_INFINITY];
    for (let index = last; index >= 0; index--) {
      const { text, details, isPageWords } = lines[index] as Line;
      if (details || isPageWords || text.length > WIDEST) break;
      const next = index < last ? lines[index + 1] : undefined;
      const needed = next ? `${text} ${next.text.split(' ', 1)[0]}`.length : room;
      if (next?.isApart || Math.min(room, needed) <= Math.max(width, text.length)) break;
      [first, width, room] = [index, Math.max(width, text.length), Math.min(room, needed)];
    }
    const further = lines.slice(first + 1, last + 1);
    const capitals = further.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
    const isParagraph = lines[first]?.isApart === true && further.length > 1;
    const isText = capitals * 2 < further.length && (further.length > 1 || lines[first]?.isApart);
    if (width > NARROWEST && (isParagraph || isText)) {
      for (let line = first + 1; line <= last; line++) wrapped.add(line);
    }
    last = Math.min(first, last - 1);
  }
  return wrapped;
}

/** Widths, in characters, at which texts are broken into lines. */
const [NARROWEST, WIDEST] = [50, 140];

function withoutSubscribe(lines: readonly RawLine[]): RawLine[] {
  const newsletter = lines.findLastIndex(({ text }) => NEWSLETTER.test(text));
  const glued = lines[newsletter + 1];
  const pattern = newsletter < 0 ? SURELY_GLUED : GLUED;
  if (!glued || glued.text === 'Subscribe' || !pattern.test(glued.text)) return [...lines];
  return lines.map((line) =>
    line === glued ? { ...line, text: line.text.replace(pattern, '') } : line,
  );
}

function looked(line: RawLine, before: string | undefined, after: readonly string[]): Line {
  const details = detailsIn(line.text);
  const isSubmitter = before === 'Submitted by' && /^\S{1,60}$/.test(line.text);
  if (isSubmitter) return { ...line, ...PLAIN, details: [{ kind: 'name' }] };
  if (details) return { ...line, ...PLAIN, details, isByline: hasAuthors(details) };
  const mixed = organizationAndDetails(line.text);
  if (mixed) return { ...line, ...PLAIN, ...mixed, isByline: true };
  if (line.text.length <= LONGEST_ORGANIZATION && isDotAndDate(after)) {
    return { ...line, ...PLAIN, organization: line.text, details: [], isByline: true };
  }
  const isName = lettersOf(before ?? '') === lettersOf(line.text); // of the handle before it
  const mayBe = !isName && !PAGE_WORDS.test(line.text) && HANDLE.test(line.text);
  const isHandle = mayBe && isNameOf(line.text, after);
  const isWithinTitle = line.isIndented && before !== undefined && !isKnown(before);
  const isPageWords = !isWithinTitle && PAGE_WORDS.test(line.text);
  return { ...line, ...PLAIN, isHandle, isPageWords };
}

/** How accounts are called in addresses. */
export const HANDLE = /^[A-Za-z\d][\w.-]{0,95}$/;

/** Whether the next line is a name in full: by its letters, or for what follows. */
function isNameOf(handle: string, [name = '', after]: readonly string[]): boolean {
  if (lettersOf(name) === lettersOf(handle) || organizationAndDetails(name)) return true;
  const isName = name !== '' && name.length <= LONGEST_ORGANIZATION && !isKnown(name);
  return isName && (after === undefined || detailsIn(after) !== null);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isKnown(text: string): boolean {
  return detailsIn(text) !== null || PAGE_WORDS.test(text);
}

const PLAIN = {
  ...{ details: null, organization: null },
  ...{ isPageWords: false, isByline: false, isWrapped: false, isHandle: false },
  isTitleDue: false,
} as const;

function hasAuthors(details: readonly Detail[]): boolean {
  return details.some(({ kind }) => kind === 'authors');
}

/** "·" and then a date, on one line or two. */
function isDotAndDate(lines: readonly string[]): boolean {
  const [dot, date] = lines.flatMap(
    (text): readonly (Detail | null)[] => detailsIn(text) ?? [null],
  );
  return dot?.kind === 'dot' && date?.kind === 'date';
}
