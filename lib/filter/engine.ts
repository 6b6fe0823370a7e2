/** What user-written regular expressions are run by. It is given from outside, and may come late. */
import type { TextRange } from '@/lib/text/fold';

/** A compiled pattern. It looks at texts as they are: accents and case stand as written. */
export interface CompiledRegex {
  readonly ok: true;
  readonly find: (text: string) => TextRange[];
  readonly test: (text: string) => boolean;
}

/** Why a pattern is refused, in words for the user. */
interface RefusedRegex {
  readonly ok: false;
  readonly reason: string;
}

/** Runs any pattern in time linear in the text, so that none can freeze a page. */
export interface RegexEngine {
  readonly compile: (
    source: string,
    options: { readonly ignoreCase: boolean },
  ) => CompiledRegex | RefusedRegex;
}

/**
 * The text that patterns are run on. Lines are broken by the page's source, not by its author: to
 * a pattern they are spaces. The offsets stay the same.
 */
export function textForRegex(original: string): string {
  return original.replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ');
}
