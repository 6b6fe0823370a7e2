/** Regular expressions in linear time, using RE2's algorithm. 46 kB gzipped: load it on demand. */
import { RE2JS, RE2JSException } from 're2js';
import { type MessageKey, t } from '@/lib/i18n';
import type { TextRange } from '@/lib/text/fold';
import type { RegexEngine } from './regex-engine';

/**
 * A single search is linear, but finding all matches may not be: `a.*z|a` reads to the end from
 * every `a`. Nobody needs more matches of one pattern in one abstract.
 */
const MAX_MATCHES_PER_TEXT = 100;

/** Texts for RE2's own messages. */
const REASONS: readonly (readonly [RegExp, MessageKey])[] = [
  [/`\\[1-9]/, 'regexBackReference'],
  [/`\(\?<?[=!]/, 'regexLookAround'],
  [/missing closing \)|unexpected \)/, 'regexParenthesis'],
  [/missing closing \]/, 'regexBracket'],
  [/invalid repeat count|expression too large/, 'regexRepeat'],
];

function messageFor(error: unknown): string {
  if (!(error instanceof RE2JSException)) return t('regexUnknown');
  const known = REASONS.find(([sign]) => sign.test(error.message));
  if (known) return t(known[1]);
  return t('regexUnknownBecause', error.message.replace('error parsing regexp: ', ''));
}

/** The extension's regular expression engine. */
export const re2Engine: RegexEngine = {
  compile(source, { ignoreCase }) {
    try {
      const regex = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
      return {
        ok: true,
        test: (text) => regex.test(text),
        find: (text) => findRanges(regex, text),
      };
    } catch (error) {
      return { ok: false, reason: messageFor(error) };
    }
  },
};

/** Sorted and disjoint, without empty matches such as those of `a*`. */
function findRanges(regex: RE2JS, text: string): TextRange[] {
  const ranges: TextRange[] = [];
  if (!regex.test(text)) return ranges; // much faster than a search that finds nothing
  const matcher = regex.matcher(text);
  for (let i = 0; i < MAX_MATCHES_PER_TEXT && matcher.find(); i += 1) {
    if (matcher.end() > matcher.start()) ranges.push([matcher.start(), matcher.end()]);
  }
  return ranges;
}
