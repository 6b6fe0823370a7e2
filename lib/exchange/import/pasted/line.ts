import type { Detail } from './details';
import type { RawLine } from './raw-lines';

/** One line of a page's text, and what it looks like among the others. */
export interface Line extends RawLine {
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
