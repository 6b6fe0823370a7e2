/**
 * Costs of labelling lines, on their own and in sequence: the lower, the likelier. Tuned on many
 * layouts: see docs/decisions/pasted-pages.md.
 */
import type { Detail } from './details';
import type { Line } from './line';
import { isLongProse, isOnMostCards, LONG_TEXT, type PageTraits } from './page-traits';
import { countSentenceBreaks, endsLikeSentence } from './sentences';

/**
 * `header`, `footer` and `between` belong to no paper. `titleMore` continues a title,
 * `abstractMore` an abstract, on another line or paragraph.
 */
export const LABELS = [
  ...([
    'header',
    'title',
    'titleMore',
    'abstract',
    'abstractMore',
    'details',
    'between',
    'footer',
  ] as const),
];
export type Label = (typeof LABELS)[number];

/**
 * The cost of beginning a text with a label. A selection may begin within an abstract or with what
 * follows one; those lines belong to no paper.
 */
export function startCost(label: Label, { text, isParagraphStart }: Line): number {
  if (label === 'header' || label === 'between' || label === 'title') return 0;
  if (label === 'details') return 1;
  if (label !== 'abstractMore') return IMPOSSIBLE;
  if (/^\p{Ll}/u.test(text) && isParagraphStart) return 1;
  return endsLikeSentence(text) ? 3 : 5;
}

/** What cannot be. */
export const IMPOSSIBLE = Number.POSITIVE_INFINITY;

/** Details that consist only of words, like a title. */
const WORD_KINDS: ReadonlySet<Detail['kind']> = new Set(['caption', 'other']);

/** A line and its neighbours. */
export interface LineContext {
  readonly line: Line;
  readonly next: Line | undefined;
  readonly previous: Line | undefined;
  /** The line before `previous`. */
  readonly beforePrevious: Line | undefined;
}

/** The cost of a label for a line on its own. */
export function lineCost(
  label: Label,
  { line, previous, next }: LineContext,
  traits: PageTraits,
): number {
  const { text, details, isBoilerplate } = line;
  const isRepeated = isOnMostCards(line, traits);
  if (line.isExpectedTitle) return label === 'title' ? 0 : 25;
  if (label === 'titleMore' && (!line.isIndented || details || line.isHandle)) return IMPOSSIBLE;
  if (details) {
    if (label === 'title')
      return !isRepeated && details.every(({ kind }) => WORD_KINDS.has(kind)) ? 12 : 30;
    if (label === 'abstract' || label === 'abstractMore') return 50;
    if (isSubmitter(line)) return label === 'between' ? 0 : label === 'details' ? 15 : 60;
    return label === 'details' || !line.isByline ? 0 : 25; // authors belong to some paper
  }
  if (label === 'details' && (line.isHandle || (previous?.isHandle && !isBoilerplate))) return 1;
  if (isBoilerplate || isRepeated) {
    if (label === 'between' || label === 'header' || label === 'footer')
      return isBoilerplate ? 0 : 1;
    if (label === 'details') return 4;
    return label !== 'title' ? 40 : isRepeated ? 25 : 12;
  }
  const prose = countSentenceBreaks(text);
  switch (label) {
    case 'title':
      return (
        (line.isWrapped ? 30 : 2) +
        Math.min(Math.max(0, text.length - LONG_TEXT) / 5 + prose * 5, 20) +
        (/[.;,]$/.test(text) && !next?.isIndented ? 5 : 0)
      );
    case 'titleMore':
      return Math.max(0, text.length - LONG_TEXT) + prose * 5;
    case 'abstract':
      return (next?.isWrapped ? 1 : abstractCost(text)) + (traits.hasAbstracts ? 0 : 12);
    case 'abstractMore': {
      if (line.isWrapped) return 0;
      if (endsLikeSentence(text)) return 3;
      return traits.hasDetails ? 8 : 18;
    }
    case 'details': {
      // Perhaps an organisation, the last of a paper's details or followed by others.
      const isText = next && !next.details && !next.isBoilerplate && !isOnMostCards(next, traits);
      const isPlausible =
        text.length <= 80 && previous?.details === null && !isText && !next?.isByline;
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

/** The cost of one label after another; the context is that of the line labelled `to`. */
export function transitionCost(
  from: Label,
  to: Label,
  { line, previous, beforePrevious, next }: LineContext,
  traits: PageTraits,
): number {
  const { hasDetails, hasWholeAbstracts } = traits;
  switch (from) {
    case 'header':
      return to === 'header' || to === 'title' || to === 'between' ? 0 : IMPOSSIBLE;
    case 'title':
    case 'titleMore':
      if (to === 'titleMore') return 0;
      if (to === 'abstract') return line.isWrapped ? 8 : 0; // rather its second line
      if (to === 'header' || to === 'abstractMore' || to === 'title') return IMPOSSIBLE;
      if (to !== 'details' && !line.details && !line.isBoilerplate) return IMPOSSIBLE;
      if (previous?.isExpectedTitle) return 1;
      return (
        missingAbstractCost(line, beforePrevious, next, traits) +
        (isLongProse(previous?.text ?? '') ? 10 : 0)
      );
    case 'abstract':
    case 'abstractMore':
      if (to === 'abstractMore') {
        if (line.isWrapped) return 0;
        return from === 'abstractMore' ? 1 : hasWholeAbstracts && !hasDetails ? 14 : 2;
      }
      if (to === 'details') return 0;
      if (to === 'title') return hasDetails ? 8 : 0;
      return to === 'between' || to === 'footer' ? 1 : IMPOSSIBLE;
    case 'details':
    case 'between':
      if (to === 'details' && line.isHandle) return IMPOSSIBLE; // a handle comes first
      if (to === 'details') return from === 'details' ? 0 : IMPOSSIBLE;
      if (to === 'footer') return from === 'details' ? 0 : 12; // `between` is only between papers
      return to === 'title' || to === 'between' ? 0 : IMPOSSIBLE;
    case 'footer':
      return to === 'footer' ? 0 : IMPOSSIBLE;
  }
}

/**
 * The cost of a title without an abstract, as on daily pages. It is low if authors follow, or if
 * upvotes or the submitter come before.
 */
export function missingAbstractCost(
  line: Line | undefined,
  beforeTitle: Line | undefined,
  next: Line | undefined,
  { hasBareCards, hasAbstracts }: PageTraits,
): number {
  if (line?.isByline || line?.isHandle) return hasAbstracts ? 6 : 2;
  const isDot = line?.details?.every(({ kind }) => kind === 'dot') ?? false;
  const isDated = next?.details?.some(({ kind }) => kind === 'date') ?? false;
  if (isDot && (next?.isByline || isDated)) return 2;
  const startsCard = beforeTitle?.details?.every(({ kind }) => CARD_START_KINDS.has(kind)) ?? false;
  return startsCard ? (hasBareCards ? 1 : 6) : 30;
}

const CARD_START_KINDS: ReadonlySet<Detail['kind']> = new Set(['count', 'submitter', 'name']);

function isSubmitter({ details }: Line): boolean {
  return details?.some(({ kind }) => kind === 'submitter') ?? false;
}
