/** The engine that runs users' regular expressions. It is injected, and may be loaded late. */
import type { TextRange } from '@/lib/text/fold';

/** A compiled pattern. It matches texts as they are, without folding case or accents. */
export interface CompiledRegex {
  readonly ok: true;
  readonly find: (text: string) => TextRange[];
  readonly test: (text: string) => boolean;
}

/** Why a pattern is refused, worded for the user. */
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
 * The text to run patterns on. Line breaks come from the page's source, not from the authors, so
 * patterns see them as spaces. Offsets are unchanged.
 */
export function textForRegex(original: string): string {
  return original.replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ');
}
