/** Finds the keywords of many rules in one pass, and reports all matches of each rule. */

import {
  combine,
  type Extent,
  matchLengthAtStart,
  regexFor,
  toAlternative,
  type WordPattern,
  wordLengthAtStart,
  wordsIn,
} from '@/lib/filter/pattern';
import { type FoldedText, fold, foldAccents, originalRange } from '@/lib/text/fold';

/** A match of a rule. Those of several rules may overlap. */
export interface Hit {
  /** Index in `RuleSet.rules`. */
  readonly rule: number;
  /** Which of the rule's terms it is, as written there. */
  readonly term: string;
  /** Offsets in the original text. */
  readonly start: number;
  readonly end: number;
}

interface Keyword {
  readonly rule: number;
  /** As the rule has it. */
  readonly term: string;
  readonly extent: Extent;
  readonly folded: string;
  readonly words: readonly string[];
  /** For case-sensitive keywords: the words with accents folded and case kept. */
  readonly caseSensitiveWords: readonly string[] | null;
}

/** A keyword that matches `length` folded characters at an offset. */
interface KeywordMatch {
  readonly keyword: Keyword;
  readonly length: number;
}

/** The keywords that match at an offset, and how far on the next match may start. */
interface MatchesAt {
  readonly matches: readonly KeywordMatch[];
  readonly nextOffset: number;
}

/** The number of texts cached; stems may have any ending, so the texts are unlimited. */
const MAX_CACHED = 10_000;

/** A letter and a star are not a stem: people search for "A*". */
const STEM = /^(.*\S\S)\*$/su;

export class KeywordIndex {
  private readonly keywords: Keyword[] = [];
  /** By the first character of the first word. */
  private readonly byFirstCharacter = new Map<string, readonly Keyword[]>();
  private pattern: WordPattern | null = null;
  /**
   * Which keywords match depends only on the text matched by the combined pattern, so it is cached.
   */
  private readonly cache = new Map<string, MatchesAt>();

  add(rule: number, term: string, options: { mode: string; matchCase: boolean }): void {
    const stem = STEM.exec(term.trim())?.[1];
    const text = stem ?? term.trim();
    const folded = fold(text);
    if (folded === '') return;
    const keyword: Keyword = {
      rule,
      term,
      folded,
      extent: stem || options.mode === 'stem' ? 'stem' : 'word',
      words: wordsIn(folded),
      caseSensitiveWords: options.matchCase ? wordsIn(foldAccents(text)) : null,
    };
    this.keywords.push(keyword);
    const start = keyword.words[0]?.charAt(0) ?? '';
    this.byFirstCharacter.set(start, [...(this.byFirstCharacter.get(start) ?? []), keyword]);
  }

  /**
   * Reports every match of every keyword, with original offsets, in order of their starts.
   */
  scan(text: FoldedText, report: (match: Hit) => void): void {
    if (this.keywords.length === 0) return;
    this.pattern ??= this.combinePatterns();
    const pattern = regexFor(this.pattern, text);
    for (let match = pattern.exec(text.text); match; match = pattern.exec(text.text)) {
      const { index } = match;
      const { matches, nextOffset } = this.matchesAtStart(match[0]);
      for (const { keyword, length } of matches) {
        const [start, end] = originalRange(text, index, index + length);
        if (!matchesCase(keyword, text.original, start, end)) continue;
        report({ rule: keyword.rule, term: keyword.term, start, end });
      }
      // Keywords may start within this match: "head" in "attention head".
      pattern.lastIndex = index + nextOffset;
    }
  }

  private combinePatterns(): WordPattern {
    const alternatives = this.keywords.map(({ folded, extent }) => toAlternative(folded, extent));
    return combine(
      alternatives.filter((one) => one !== null),
      'word',
    );
  }

  private matchesAtStart(text: string): MatchesAt {
    const known = this.cache.get(text);
    if (known) return known;
    const matches: KeywordMatch[] = [];
    for (const keyword of this.byFirstCharacter.get(text.charAt(0)) ?? []) {
      const length = matchLengthAtStart(keyword.words, keyword.extent, text);
      if (length > 0) matches.push({ keyword, length });
    }
    if (this.cache.size >= MAX_CACHED) this.cache.clear();
    // None starts inside a word; in the middle of a surrogate pair a pattern would step back.
    const nextOffset = Math.max(
      wordLengthAtStart(text),
      (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1,
    );
    const result: MatchesAt = { matches, nextOffset };
    this.cache.set(text, result);
    return result;
  }
}

function matchesCase(
  { caseSensitiveWords, extent }: Keyword,
  original: string,
  start: number,
  end: number,
): boolean {
  if (!caseSensitiveWords) return true;
  const matched = foldAccents(original.slice(start, end));
  return matchLengthAtStart(caseSensitiveWords, extent, matched) === matched.length;
}
