/** The keywords of many rules, found in one pass: each rule is told every place of its own. */

import {
  alternativeOf,
  combine,
  type Extent,
  lengthAtStart,
  lettersAtStart,
  patternIn,
  type WordPattern,
  wordsIn,
} from '@/lib/filter/pattern';
import { type FoldedText, fold, foldAccents, originalRange } from '@/lib/text/fold';

interface Keyword {
  readonly rule: number;
  readonly extent: Extent;
  readonly folded: string;
  readonly words: readonly string[];
  /** Set when the case matters: the words with accents folded and case kept. */
  readonly exact: readonly string[] | null;
}

/** What a keyword finds at the start of a place: `length` folded characters of it. */
interface Found {
  readonly keyword: Keyword;
  readonly length: number;
}

/** What is at the start of a place, and how far on the next keyword can begin. */
interface Place {
  readonly found: readonly Found[];
  readonly next: number;
}

/** Different texts of one place that are remembered: stems may end in endless ways. */
const MAX_PLACES = 10_000;

/** One letter and a star is no stem: people look for "A*". */
const STEM = /^(.*\S\S)\*$/su;

export class KeywordIndex {
  private readonly keywords: Keyword[] = [];
  /** By the first character of their first word. */
  private readonly byStart = new Map<string, readonly Keyword[]>();
  private pattern: WordPattern | null = null;
  /** Which keywords are at the start of a place depends on its text alone, so it is kept. */
  private readonly places = new Map<string, Place>();

  add(rule: number, term: string, options: { mode: string; matchCase: boolean }): void {
    const stem = STEM.exec(term.trim())?.[1];
    const text = stem ?? term.trim();
    const folded = fold(text);
    if (folded === '') return;
    const keyword: Keyword = {
      rule,
      folded,
      extent: stem || options.mode === 'stem' ? 'stem' : 'word',
      words: wordsIn(folded),
      exact: options.matchCase ? wordsIn(foldAccents(text)) : null,
    };
    this.keywords.push(keyword);
    const start = keyword.words[0]?.charAt(0) ?? '';
    this.byStart.set(start, [...(this.byStart.get(start) ?? []), keyword]);
  }

  /** Tells every place of every keyword, in the order of their starts. */
  scan(text: FoldedText, tell: (rule: number, start: number, end: number) => void): void {
    if (this.keywords.length === 0) return;
    this.pattern ??= this.combined();
    const pattern = patternIn(this.pattern, text);
    for (let match = pattern.exec(text.text); match; match = pattern.exec(text.text)) {
      const { index } = match;
      const place = this.placeOf(match[0]);
      for (const { keyword, length } of place.found) {
        const [start, end] = originalRange(text, index, index + length);
        if (hasItsCase(keyword, text.original, start, end)) tell(keyword.rule, start, end);
      }
      // Keywords may begin within this place: "head" in "attention head".
      pattern.lastIndex = index + place.next;
    }
  }

  private combined(): WordPattern {
    const alternatives = this.keywords.map(({ folded, extent }) => alternativeOf(folded, extent));
    return combine(
      alternatives.filter((one) => one !== null),
      'word',
    );
  }

  private placeOf(text: string): Place {
    const known = this.places.get(text);
    if (known) return known;
    const found: Found[] = [];
    for (const keyword of this.byStart.get(text.charAt(0)) ?? []) {
      const length = lengthAtStart(keyword.words, keyword.extent, text);
      if (length > 0) found.push({ keyword, length });
    }
    if (this.places.size >= MAX_PLACES) this.places.clear();
    // Within a word none begins; in the middle of a pair a pattern would step back to its start.
    const next = Math.max(lettersAtStart(text), (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    const place: Place = { found, next };
    this.places.set(text, place);
    return place;
  }
}

function hasItsCase(
  { exact, extent }: Keyword,
  original: string,
  start: number,
  end: number,
): boolean {
  if (!exact) return true;
  const place = foldAccents(original.slice(start, end));
  return lengthAtStart(exact, extent, place) === place.length;
}
