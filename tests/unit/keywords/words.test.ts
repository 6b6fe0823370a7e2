// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf, fold, matcherOf, wordsOf } from '@/lib/keywords/words';

/** The pieces of a text that a query marks. */
function marked(query: string, text: string): string[] {
  return finderOf(query)(text).map(([start, end]) => text.slice(start, end));
}

function matches(query: string, ...texts: string[]): boolean {
  return matcherOf(query)(texts);
}

/** Texts made of what makes trouble, so that random queries are found in random texts. */
const anyPiece = fc.constantFrom(
  ...['a', 'b', 'A', 'e\u0301', 'é', 'ﬁ', 'fi', '½', '1', '…', 'ß', 'ss', 'İ', 'i', 'ς', 'Σ', 'ł'],
  ...['한', '하', '学', '習', 'ガ', 'カ', '🙂', '\ud83d', '\u0301', ' ', ' ', '\n', '-', '–', '.'],
  ...['*', '(', '[', '\\', '^', '$', '+', '|', '{', '}', '/', "'", '’', 'ǆ', 'Å', 'K', '\u00a0'],
);
const anyText = fc.oneof(
  fc.array(anyPiece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('fold', () => {
  test.each([
    ['Schrödinger', 'schrodinger'],
    ['Schro\u0308dinger', 'schrodinger'],
    ['Łukasz Kaiser', 'lukasz kaiser'],
    ['Søren Đorđe', 'soren dorde'],
    ['efﬁcient', 'efficient'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'strasse'],
    ['ℓ² norm', 'l2 norm'],
    ['Ｗｉｄｅ', 'wide'],
    ['Bose–Einstein', 'bose-einstein'],
    ['d’Alembert', "d'alembert"],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folded once is folded for good', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('a query has the words between its spaces', () => {
    expect(wordsOf('  Two\u00a0wörds\n')).toEqual(['two', 'words']);
    expect(wordsOf(' \t ')).toEqual([]);
    expect(wordsOf('\u0301')).toEqual([]);
  });
});

describe('matcherOf', () => {
  test.each([
    ['schrodinger', 'The Schrödinger equation'],
    ['Schrödinger', 'the schrodinger equation'],
    ['Schrödinger', 'The Schro\u0308dinger equation'],
    ['atten', 'Attention is all'],
    ['ATTENTION', 'attention is all'],
    ['all is', 'Attention is all'],
    ['based', 'attention-based'],
    ['efficient', 'An eﬃcient method'],
    ['c++', 'Modern C++ for all'],
    ['++', 'Modern C++ for all'],
    ['(x', 'We study f(x)'],
    ['-based', 'attention-based'],
    ['\\alpha', 'the $n\\alpha$ term'],
    ['.*', 'matching .* in text'],
    ['学習', '深層学習'],
    ['bert', '用BERT做'],
    ['🙂', 'a 🙂 face'],
    ['', ''],
    ['  ', 'anything'],
  ])('%j is in %j', (query, text) => {
    expect(matches(query, text)).toBe(true);
  });

  test.each([
    ['tention', 'Attention is all'],
    ['art', 'heart'],
    ['all nothing', 'Attention is all'],
    ['.*', 'anything'],
    ['c++', 'c'],
    ['a|b', 'a b'],
    ['[ab]', 'a'],
    ['^the', 'the end'],
    ['\\w', 'w'],
    ['x', ''],
  ])('%j is not in %j', (query, text) => {
    expect(matches(query, text)).toBe(false);
  });

  test('the words may stand in different texts, but no word across two', () => {
    expect(matches('sparse durer', 'Sparse attention', 'B. Dürer')).toBe(true);
    expect(matches('attentionb', 'attention', 'b')).toBe(false);
  });

  test('answers the same when asked again', () => {
    const isMatch = matcherOf('a');
    expect([isMatch(['a']), isMatch(['a']), isMatch(['b']), isMatch(['a'])]).toEqual([
      ...[true, true, false, true],
    ]);
  });

  test('takes any query and any text', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (query, texts) => {
        expect(typeof matches(query, ...texts)).toBe('boolean');
      }),
    );
  });

  test('every text has its own words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(matches(text, text)).toBe(true);
      }),
    );
  });
});

describe('finderOf', () => {
  test.each([
    ['schrodinger', 'The Schrödinger equation', ['Schrödinger']],
    ['schrödinger', 'The Schrodinger equation', ['Schrodinger']],
    [
      'schrodinger',
      'Schro\u0308dinger and Schro\u0308dinger',
      ['Schro\u0308dinger', 'Schro\u0308dinger'],
    ],
    ['cafe', 'cafe\u0301s', ['cafe\u0301']],
    ['fie', 'ﬁe\u0301 ﬁeld', ['ﬁe\u0301', 'ﬁe']],
    ['f', 'ﬁeld', ['ﬁ']],
    ['att', 'Attention pays attention', ['Att', 'att']],
    ['a ab', 'abc a', ['ab', 'a']],
    ['sparse tags', 'Tags of sparse tags', ['Tags', 'sparse', 'tags']],
    ['c++', 'c++ or c+', ['c++']],
    ['.', 'wait… no.', ['…', '.']],
    ['1 2', '½', ['½']],
    ['🙂', '🙂🙂', ['🙂', '🙂']],
    ['', 'anything', []],
    ['x', '', []],
  ])('%j in %j', (query, text, found) => {
    expect(marked(query, text)).toEqual(found);
  });

  test('places are in order, apart, in the text, and none is empty', () => {
    fc.assert(
      fc.property(anyText, anyText, (query, text) => {
        let after = 0;
        for (const [start, end] of finderOf(query)(text)) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          after = end;
        }
        expect(after).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('each place holds a word of the query, and no more than the rest of a ligature', () => {
    fc.assert(
      fc.property(anyText, anyText, (query, text) => {
        for (const piece of marked(query, text)) {
          const words = wordsOf(query).filter((word) => fold(piece).includes(word));
          expect(words, piece).not.toEqual([]);
          const longest = Math.max(...words.map((word) => [...word].length));
          const characters = [...piece].filter((character) => fold(character) !== '');
          expect(characters.length).toBeLessThanOrEqual(longest);
        }
      }),
    );
  });

  test('marks something where, and only where, one of the words matches', () => {
    fc.assert(
      fc.property(anyText, anyText, (query, text) => {
        const isThere = wordsOf(query).some((word) => matches(word, text));
        expect(marked(query, text).length > 0).toBe(isThere);
      }),
    );
  });
});
