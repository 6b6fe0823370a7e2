/**
 * Which line of a page's text is what. No line says so by itself: an abstract may be short and a
 * title may end with a full stop. So all lines are labelled at once, as it fits them best together
 * (the cheapest way through the lines, by Viterbi's algorithm): a title is followed by its abstract,
 * that by details or by the next title, and a page shows all its papers in the same way.
 */
import type { Detail } from './details';
import { hasBareCards, type Line } from './lines';
import { endsLikeSentence, sentencesIn } from './sentences';

/**
 * `header`, `footer` and `between`: no part of a paper. `heading`: another line of a title; `more`:
 * another line or paragraph of an abstract.
 */
const PARTS = [
  ...(['header', 'title', 'heading', 'abstract', 'more', 'details', 'between', 'footer'] as const),
];
export type Part = (typeof PARTS)[number];

/**
 * How badly a text begins with a part. Where only some of a page was copied, it may begin within an
 * abstract or with what follows one; those are of no paper then.
 */
function startCost(part: Part, { text, isApart }: Line): number {
  if (part === 'header' || part === 'between' || part === 'title') return 0;
  if (part === 'details') return 1;
  if (part !== 'more') return NEVER;
  if (/^\p{Ll}/u.test(text) && isApart) return 1;
  return endsLikeSentence(text) ? 3 : 5;
}

/** What cannot be. */
const NEVER = Number.POSITIVE_INFINITY;

/** What of the whole page speaks for one reading of a line or another. */
interface PageLook {
  /** Papers end with details, so that the text that follows is the next one's. */
  readonly hasDetails: boolean;
  /** There are texts at all, for some of the papers; daily pages show titles alone. */
  readonly hasAbstracts: boolean;
  /** Cards of upvotes and a title, with nothing else in most of them. */
  readonly hasBareCards: boolean;
  /** Each abstract is one line: there are hardly ever two long lines in a row. */
  readonly hasWholeAbstracts: boolean;
  /** How often a short line stands on the page, and how often what is on every card does. */
  readonly repeats: ReadonlyMap<string, number>;
  readonly often: number;
}

/** The part of each line, in their order. */
export function partsOf(lines: readonly Line[]): Part[] {
  const look = lookOf(lines);
  /** For each line and part, the part before it on the cheapest way there. */
  const ways: Int8Array[] = [];
  const [first] = lines;
  let costs = PARTS.map((part) => (first ? startCost(part, first) : NEVER));
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const after = lines[index + 1];
    const way = new Int8Array(PARTS.length).fill(-1);
    costs = PARTS.map((part, to) => {
      const own = costOf(part, line, before, after, look);
      if (own === NEVER) return NEVER;
      if (index === 0) return (costs[to] as number) + own;
      let best = NEVER;
      for (const [from, cost] of costs.entries()) {
        const total =
          cost +
          stepCost(
            PARTS[from] as Part,
            part,
            line,
            [lines[index - 2], before as Line],
            after,
            look,
          );
        if (total < best) {
          best = total;
          way[to] = from;
        }
      }
      return best + own;
    });
    ways.push(way);
  }
  // A page hardly ends with a title of which nothing follows.
  const ends = costs.map((cost, part) =>
    PARTS[part] === 'title' || PARTS[part] === 'heading'
      ? cost + lonelyCost(undefined, lines.at(-2), undefined, look)
      : cost,
  );
  return backwards(ways, ends);
}

function backwards(ways: readonly Int8Array[], ends: readonly number[]): Part[] {
  let part = ends.indexOf(Math.min(...ends));
  const parts: Part[] = [];
  for (let index = ways.length - 1; index >= 0 && part >= 0; index--) {
    parts.push(PARTS[part] as Part);
    part = ways[index]?.[part] ?? -1;
  }
  return parts.reverse();
}

function lookOf(lines: readonly Line[]): PageLook {
  const repeats = new Map<string, number>();
  for (const { text, isWrapped, isIndented } of lines) {
    if (text.length < 60 && !isWrapped && !isIndented)
      repeats.set(text, (repeats.get(text) ?? 0) + 1);
  }
  const bylines = lines.filter(({ isByline }) => isByline).length;
  const isLong = (line: Line | undefined) => line !== undefined && line.text.length > LONG;
  const prose = lines.filter(
    ({ text, isWrapped }) =>
      isWrapped || isLongProse(text) || (text.endsWith('.') && /^\S+ \S+ \S+ /.test(text)),
  ).length;
  const long = lines.filter(isLong).length;
  const inRow = lines.filter((line, index) => isLong(line) && isLong(lines[index + 1])).length;
  return {
    hasDetails: bylines > 0 && bylines * 2 >= long,
    hasAbstracts: prose > bylines / 5,
    hasBareCards: hasBareCards(lines),
    hasWholeAbstracts: inRow * 10 <= long,
    repeats,
    often: Math.max(bylines > 0 ? 2 : 3, Math.max(bylines, long) * 0.4),
  };
}

/** Titles are hardly longer, abstracts hardly shorter; in characters. */
const LONG = 250;

/** Details that are words alone, as a title may be. */
const WORDS: ReadonlySet<Detail['kind']> = new Set(['label', 'other']);

/** How badly a line, taken by itself, fits a part. */
function costOf(
  part: Part,
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
  look: PageLook,
): number {
  const { text, details, isPageWords } = line;
  const isRepeated = isOnEach(line, look);
  if (line.isTitleDue) return part === 'title' ? 0 : 25;
  if (part === 'heading' && (!line.isIndented || details || line.isHandle)) return NEVER;
  if (details) {
    if (part === 'title')
      return !isRepeated && details.every(({ kind }) => WORDS.has(kind)) ? 12 : 30;
    if (part === 'abstract' || part === 'more') return 50;
    if (isSubmitter(line)) return part === 'between' ? 0 : part === 'details' ? 15 : 60;
    return part === 'details' || !line.isByline ? 0 : 25; // authors are some paper's
  }
  if (part === 'details' && (line.isHandle || (before?.isHandle && !isPageWords))) return 1;
  if (isPageWords || isRepeated) {
    if (part === 'between' || part === 'header' || part === 'footer') return isPageWords ? 0 : 1;
    if (part === 'details') return 4;
    return part !== 'title' ? 40 : isRepeated ? 25 : 12;
  }
  const prose = sentencesIn(text);
  switch (part) {
    case 'title':
      return (
        (line.isWrapped ? 30 : 2) +
        Math.min(Math.max(0, text.length - LONG) / 5 + prose * 5, 20) +
        (/[.;,]$/.test(text) && !after?.isIndented ? 5 : 0)
      );
    case 'heading':
      return Math.max(0, text.length - LONG) + prose * 5;
    case 'abstract':
      return (after?.isWrapped ? 1 : abstractCost(text)) + (look.hasAbstracts ? 0 : 12);
    case 'more': {
      if (line.isWrapped) return 0;
      if (endsLikeSentence(text)) return 3;
      return look.hasDetails ? 8 : 18;
    }
    case 'details': {
      // An organisation, perhaps: it ends what is told of the paper, or other details follow.
      const isText = after && !after.details && !after.isPageWords && !isOnEach(after, look);
      const isPlausible =
        text.length <= 80 && before?.details === null && !isText && !after?.isByline;
      return isPlausible ? 8 : 20 + text.length / 20;
    }
    case 'between':
      return 15 + text.length / 20;
    case 'header':
      return 5 + proseCost(text, prose);
    case 'footer':
      return 6 + proseCost(text, prose);
  }
}

/** Whether a line stands on most of the cards, as "Paper thumbnail" does. */
function isOnEach({ text }: Line, { repeats, often }: PageLook): boolean {
  return (repeats.get(text) ?? 0) >= often;
}

function abstractCost(text: string): number {
  const isWhole = endsLikeSentence(text);
  if (text.length < 60) return isWhole ? 8 : 18;
  if (text.length < 120) return isWhole ? 4 : 9;
  return isWhole ? 1 : 3;
}

function proseCost(text: string, sentences: number): number {
  return isLongProse(text) ? 30 : sentences * 4;
}

function isLongProse(text: string): boolean {
  return text.length > LONG || (text.length > LONG / 2 && endsLikeSentence(text));
}

/** How badly a part fits after another. `line` is that of `to`; the others stand around it. */
function stepCost(
  from: Part,
  to: Part,
  line: Line,
  [second, before]: readonly [Line | undefined, Line],
  after: Line | undefined,
  look: PageLook,
): number {
  const { hasDetails, hasWholeAbstracts } = look;
  switch (from) {
    case 'header':
      return to === 'header' || to === 'title' || to === 'between' ? 0 : NEVER;
    case 'title':
    case 'heading':
      if (to === 'heading') return 0;
      if (to === 'abstract') return line.isWrapped ? 8 : 0; // that is rather the text's second line
      if (to === 'header' || to === 'more' || to === 'title') return NEVER;
      if (to !== 'details' && !line.details && !line.isPageWords) return NEVER; // of the card, yet
      if (before.isTitleDue) return 1;
      return lonelyCost(line, second, after, look) + (isLongProse(before.text) ? 10 : 0);
    case 'abstract':
    case 'more':
      if (to === 'more') {
        if (line.isWrapped) return 0;
        return from === 'more' ? 1 : hasWholeAbstracts && !hasDetails ? 14 : 2;
      }
      if (to === 'details') return 0;
      if (to === 'title') return hasDetails ? 8 : 0;
      return to === 'between' || to === 'footer' ? 1 : NEVER;
    case 'details':
    case 'between':
      if (to === 'details' && line.isHandle) return NEVER; // it is the first that is told of a paper
      if (to === 'details') return from === 'details' ? 0 : NEVER;
      if (to === 'footer') return from === 'details' ? 0 : 12; // what is between is between papers
      return to === 'title' || to === 'between' ? 0 : NEVER;
    case 'footer':
      return to === 'footer' ? 0 : NEVER;
  }
}

/**
 * How likely a title stands without an abstract, as on daily pages: what follows says who wrote the
 * paper, or how many upvotes it has or who submitted it stands before.
 */
function lonelyCost(
  line: Line | undefined,
  beforeTitle: Line | undefined,
  after: Line | undefined,
  { hasBareCards, hasAbstracts }: PageLook,
): number {
  if (line?.isByline || line?.isHandle) return hasAbstracts ? 6 : 2;
  const isDot = line?.details?.every(({ kind }) => kind === 'dot') ?? false;
  const isDated = after?.details?.some(({ kind }) => kind === 'date') ?? false;
  if (isDot && (after?.isByline || isDated)) return 2;
  const beginsCard = beforeTitle?.details?.every(({ kind }) => CARD_BEGINS.has(kind)) ?? false;
  return beginsCard ? (hasBareCards ? 1 : 6) : 30;
}

const CARD_BEGINS: ReadonlySet<Detail['kind']> = new Set(['count', 'submitter', 'name']);

function isSubmitter({ details }: Line): boolean {
  return details?.some(({ kind }) => kind === 'submitter') ?? false;
}
