import type { Detail } from './details';
import type { RawLine } from './split-lines';

/** A line of a page's text, and what is known of it from its neighbours. */
export interface Line extends RawLine {
  /** Whether it continues the line before, which was broken at some width. */
  readonly isWrapped: boolean;
  /** The details, if the line contains nothing else; else `null`. */
  readonly details: readonly Detail[] | null;
  /** The organisation shown in place of the authors. */
  readonly organization: string | null;
  /** Whether it is text found on every such page. */
  readonly isBoilerplate: boolean;
  /** Whether it names the authors of the paper above. */
  readonly isByline: boolean;
  /** Whether the start of a card comes before it: then it is a title, whatever it looks like. */
  readonly isExpectedTitle: boolean;
  /** Whether it may be the handle of an organisation, whose full name is on the next line. */
  readonly isHandle: boolean;
}
