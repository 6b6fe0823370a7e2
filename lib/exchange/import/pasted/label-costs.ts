/** How badly a part fits a line, and another part: the lower, the likelier. Tried out on many pages. */
import type { Detail } from './details';
import type { Line } from './line';
import { isLongProse, isOnEach, LONG, type PageLook } from './page-look';
import { endsLikeSentence, sentencesIn } from './sentences';

/**
 * `header`, `footer` and `between`: no part of a paper. `heading`: another line of a title; `more`:
 * another line or paragraph of an abstract.
 */
export const PARTS = [
  ...(['header', 'title', 'heading', 'abstract', 'more', 'details', 'between', 'footer'] as const),
];
export type Part = (typeof PARTS)[number];

/**
 * How badly a text begins with a part. Where only some of a page was copied, it may begin within an
 * abstract or with what follows one; those are of no paper then.
 */
export function startCost(part: Part, { text, isApart }: Line): number {
  if (part === 'header' || part === 'between' || part === 'title') return 0;
  if (part === 'details') return 1;
  if (part !== 'more') return NEVER;
  if (/^\p{Ll}/u.test(text) && isApart) return 1;
  return endsLikeSentence(text) ? 3 : 5;
}

/** What cannot be. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Details that are words alone, as a title may be. */
const WORDS: ReadonlySet<Detail['kind']> = new Set(['label', 'other']);

/** A line, and those around it. */
export interface Spot {
  readonly line: Line;
  readonly after: Line | undefined;
  readonly before: Line | undefined;
  /** The one before that. */
  readonly second: Line | undefined;
}

/** How badly a line, taken by itself, fits a part. */
export function costOf(part: Part, { line, before, after }: Spot, look: PageLook): number {
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

function abstractCost(text: string): number {
  const isWhole = endsLikeSentence(text);
  if (text.length < 60) return isWhole ? 8 : 18;
  if (text.length < 120) return isWhole ? 4 : 9;
  return isWhole ? 1 : 3;
}

function proseCost(text: string, sentences: number): number {
  return isLongProse(text) ? 30 : sentences * 4;
}

/** How badly a part fits after another; `line` is that of `to`. */
export function stepCost(
  from: Part,
  to: Part,
  { line, before, second, after }: Spot,
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
      if (before?.isTitleDue) return 1;
      return lonelyCost(line, second, after, look) + (isLongProse(before?.text ?? '') ? 10 : 0);
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
export function lonelyCost(
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
