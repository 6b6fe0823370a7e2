/** Regular expressions in linear time, by RE2's algorithm. 46 kB gzip: bring it when needed. */
import { RE2JS, RE2JSException } from 're2js';
import { type MessageKey, t } from '@/lib/i18n';
import type { TextRange } from '@/lib/text/fold';
import type { RegexEngine } from './engine';

/**
 * One search is linear, all of them in one text need not be: `a.*z|a` reads to the end from every
 * `a`. Nobody needs more places of one pattern in one abstract than this.
 */
const PLACES_PER_TEXT = 100;

/** RE2's own messages, by what they begin with, in words for the user. */
const REASONS: readonly (readonly [RegExp, MessageKey])[] = [
  [/`\\[1-9]/, 'regexBackReference'],
  [/`\(\?<?[=!]/, 'regexLookAround'],
  [/missing closing \)|unexpected \)/, 'regexParenthesis'],
  [/missing closing \]/, 'regexBracket'],
  [/invalid repeat count|expression too large/, 'regexRepeat'],
];

function reasonOf(error: unknown): string {
  if (!(error instanceof RE2JSException)) return t('regexUnknown');
  const known = REASONS.find(([sign]) => sign.test(error.message));
  if (known) return t(known[1]);
  return t('regexUnknownBecause', error.message.replace('error parsing regexp: ', ''));
}

/** The engine that the extension uses. */
export const re2Engine: RegexEngine = {
  compile(source, { ignoreCase }) {
    try {
      const regex = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
      return {
        ok: true,
        test: (text) => regex.test(text),
        find: (text) => placesOf(regex, text),
      };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  },
};

/** In order and apart; matches of nothing, as of `a*`, are no places. */
function placesOf(regex: RE2JS, text: string): TextRange[] {
  const places: TextRange[] = [];
  if (!regex.test(text)) return places; // much faster than to find nothing
  const matcher = regex.matcher(text);
  for (let i = 0; i < PLACES_PER_TEXT && matcher.find(); i += 1) {
    if (matcher.end() > matcher.start()) places.push([matcher.start(), matcher.end()]);
  }
  return places;
}
