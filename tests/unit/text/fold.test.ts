import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { splitWords } from '@/lib/library/texts/words';
import type { Rule } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { fold, foldAccents, foldText, originalRange } from '@/lib/text/fold';

describe('accents that people leave out are folded', () => {
  test.each([
    ['Schrödinger', 'schrodinger'],
    ['Schro\u0308dinger', 'schrodinger'],
    ['Nguyễn Văn Đức', 'nguyen van duc'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['άλφα', 'αλφα'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
    ['Соловьёв', 'соловьев'],
    ['x\u0304', 'x'],
    ['מַתְּמָטִיקָה', 'מתמטיקה'],
    ['عَلِمَ', 'علم'],
    ['تعلـــم', 'تعلم'],
    ['أحمد إلى آخر', 'احمد الى اخر'],
    ['ﬁne ℝ Ｗｉｄｅ ２', 'fine r wide 2'],
    ['\u00b4', ' '],
    ['\u0301', ''],
    ['葛\u{e0100}', '葛'],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('marks that make another letter are kept', () => {
  test.each([
    ['ハート', 'ハード'],
    ['カメラ', 'ガメラ'],
    ['は', 'ぱ'],
    ['की', 'का'],
    ['की', 'क'],
    ['ที่', 'ท'],
    ['ที่', 'ที'],
    ['கொ', 'க'],
    ['سؤال', 'سوال'],
    ['한', '하'],
    ['≠', '='],
  ])('%j is not %j', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
    expect(foldAccents(one)).not.toBe(foldAccents(other));
  });

  test.each([
    ['ｶﾞﾒﾗ', 'ガメラ'],
    ['カ\u3099メラ', 'ガメラ'],
    ['한글'.normalize('NFD'), '한글'],
    ['की'.normalize('NFD'), 'की'],
  ])('%j is %j, as it is written in another way', (one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(foldText(`x ${one}`).text).toBe(`x ${fold(other)}`);
  });
});

/** Whether filter, rule and index find a word in a text. */
function finds(word: string, text: string) {
  const rule = { ...(SAMPLE_RULES[0] as Rule), terms: [word] };
  return {
    filter: compileFilter(parseFilter(word).filter, null).find(foldText(text), null).length > 0,
    phrase:
      compileFilter(parseFilter(`"${word}"`).filter, null).find(foldText(text), null).length > 0,
    rule: compileRules([rule], null).scan(foldText(text), null).length > 0,
    index: splitWords(fold(text)).includes(fold(word)),
  };
}

describe('a word is found in every way or in none', () => {
  test.each([
    ['ハート', '新しいハードウェア'],
    ['カメラ', 'ガメラ対ギャオス'],
    ['की', 'का'],
    ['क', 'कि'],
    ['ที่', 'ท'],
    ['ท', 'ที่'],
    ['หน', 'หนี'],
  ])('%j not in %j', (word, text) => {
    const { filter, ...whole } = finds(word, text);
    expect(filter, 'only as the beginning of a word').toBe(word === 'क');
    expect(whole).toEqual({ phrase: false, rule: false, index: false });
  });

  test.each([
    ['हिन्दी', 'आधुनिक हिन्दी भाषा'],
    ['schrodinger', 'The Schrödinger bridge'],
    ['σοφος', 'ΣΟΦΟΣ ΑΝΗΡ'],
    ['ที่', 'ที่นี่'],
  ])('%j in %j', (word, text) => {
    expect(finds(word, text)).toEqual({ filter: true, phrase: true, rule: true, index: true });
  });
});

/** Texts in which marks meet letters of many scripts, composed and not. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...['a', 'É', 'ﬁ', 'Σ', 'ё', 'א', 'ا', 'و', 'カ', 'ｶ', 'ﾞ', 'क', 'ท', '한', 'ᄒ', 'ᅡ', 'ᆫ'],
        ...[
          'ㄱ',
          'ﾡ',
          '=',
          ' ',
          '\n',
          '\u00ad',
          '\u0640',
          'م',
          '🙂',
          '\u0301',
          '\u0308',
          '\u3099',
          '\u0654',
        ],
        ...['\u064e', '\u05b7', 'ี', 'ी', '\ufe0f', 'İ', '葛', '㉠', '𝑊'],
      ),
      { maxLength: 12 },
    )
    .map((all) => all.join('')),
);

describe('laws', () => {
  test('a text with offsets is folded like any other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text).text).toBe(fold(text));
      }),
    );
  });

  test('folding again changes nothing, and neither does how a text is composed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.normalize('NFC'))).toBe(fold(text));
      }),
    );
  });

  test('a match stands in the original where it was, whole characters of it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, some, other) => {
        const text = foldText(original);
        const [start, end] = [some, other]
          .map((one) => one % (text.text.length + 1))
          .sort((a, b) => a - b);
        if (start === undefined || end === undefined || start === end) return;
        const [from, to] = originalRange(text, start, end);
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(original.length);
        expect(fold(original.slice(from, to))).toContain(text.text.slice(start, end));
      }),
    );
  });
});
