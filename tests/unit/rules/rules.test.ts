// @vitest-environment node
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import {
  labelOf,
  type Rule,
  RuleSchema,
  RulesSchema,
  rulesNeedEngine,
  rulesOn,
} from '@/lib/protocol/rule';
import type { Hit } from '@/lib/rules/keyword-index';
import { compileRules, resolveOverlaps } from '@/lib/rules/rule-matcher';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { foldText } from '@/lib/text/fold';

const ID = '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a9999';

function rule(terms: readonly string[], more: Partial<Rule> = {}): Rule {
  return { ...(SAMPLE_RULES[0] as Rule), id: ID, terms, ...more };
}

function found(rules: readonly Rule[], text: string): string[] {
  const hits = compileRules(rules, re2Engine).scan(foldText(text), null);
  return hits.map(({ rule: index, start, end }) => `${index}:${text.slice(start, end)}`);
}

describe('one keyword', () => {
  test.each([
    ['attention', 'Attention, attention-based, ATTENTION', ['Attention', 'attention', 'ATTENTION']],
    ['attent*', 'inattentive attentional', ['attentional']],
    ['Schrödinger', 'a Schrodinger bridge', ['Schrodinger']],
    ['schrodinger', 'Schro\u0308dinger’s Schrödinger', ['Schro\u0308dinger', 'Schrödinger']],
    ['multi head', 'multi-head multi-\nhead multi head multi‐head', 4],
    ['multi-head', 'multi head', ['multi head']],
    ['state spac*', 'state-spaces', ['state-spaces']],
    ['学習', '深層学習による', ['学習']],
    ['bert', '用BERT做', ['BERT']],
    ['🙂', 'a 🙂🙂 face', ['🙂', '🙂']],
    ['c++', 'modern C++ and C+', ['C++']],
    ['A*', 'A* search, a tree', ['A*']],
    ['f', 'an ﬁ ligature', []],
    ['efficient', 'eﬃcient', ['eﬃcient']],
    ['naïve bayes', 'Naive\u00a0Bayes', ['Naive\u00a0Bayes']],
    ['strasse', 'Straße', ['Straße']],
    ['head', 'ahead heads', []],
    ['.*', 'anything', []],
    ['\u0301', 'anything', []],
  ])('%j in %j', (term, text, expected) => {
    const pieces = found([rule([term])], text).map((piece) => piece.slice(2));
    if (typeof expected === 'number') expect(pieces).toHaveLength(expected);
    else expect(pieces).toEqual(expected);
  });

  test('in stem mode, in regex mode, with case', () => {
    expect(found([rule(['attent'], { mode: 'stem' })], 'attentive')).toEqual(['0:attentive']);
    expect(found([rule(['\\bO\\(n.?\\)'], { mode: 'regex' })], 'in o(n²)')).toEqual(['0:o(n²)']);
    expect(found([rule(['a b'], { mode: 'regex' })], 'a\nb')).toEqual(['0:a\nb']);
    expect(found([rule(['RAG', 'Éc*'], { matchCase: true })], 'RAG rag Ecole ecole École')).toEqual(
      [...['0:RAG', '0:Ecole', '0:École']],
    );
  });
});

describe('many rules', () => {
  const rules = [rule(['attention']), rule(['attention head', 'head*']), rule(['head pose'])];

  test('each is told its own places; the longest is marked', () => {
    const text = 'attention head pose';
    const hits = compileRules(rules, null).scan(foldText(text), null);
    const told = hits.map((hit) => `${hit.rule}:${text.slice(hit.start, hit.end)}`).sort();
    expect(told).toEqual(['0:attention', '1:attention head', '1:head', '2:head pose']);
    expect(resolveOverlaps(hits)).toEqual([{ rule: 1, term: 'attention head', start: 0, end: 14 }]);
  });

  test('those that are off, or look elsewhere, find nothing', () => {
    const some = [rule(['a'], { enabled: false }), rule(['a'], { fields: ['title'] }), rule(['a'])];
    const { scan, subset: only } = compileRules(some, null);
    const rulesIn = (hits: Hit[]) => hits.map((hit) => hit.rule);
    expect(rulesIn(scan(foldText('a'), 'abstract'))).toEqual([2]);
    expect(rulesIn(scan(foldText('a'), 'title'))).toEqual([1, 2]);
    expect(rulesIn(scan(foldText('a'), 'authors'))).toEqual([]);
    expect(rulesIn(only([1]).scan(foldText('a'), 'title'))).toEqual([1]);
  });

  test('a pattern that is refused is said, and the others go on', () => {
    const set = compileRules([rule(['ok', '(a)\\1'], { mode: 'regex' }), rule(['b'])], re2Engine);
    expect([...set.problems]).toEqual([[0, 'Back references such as \\1 are not supported.']]);
    expect(set.scan(foldText('ok b'), null)).toEqual([{ rule: 1, term: 'b', start: 3, end: 4 }]);
  });

  test('all together find what each finds alone', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'A',
      'é',
      'ab',
      ' ',
      ' ',
      '-',
      '\n',
      '+',
      '学',
      '🙂',
      'ﬁ',
      '.',
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
    const term = fc.tuple(text, fc.constantFrom('', '*')).map((parts) => parts.join(''));
    const anyRule = fc.record({
      term: term.filter((one) => one.trim() !== ''),
      matchCase: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), text, (list, where) => {
        const many = list.map(({ term: one, matchCase }) => rule([one], { matchCase }));
        const alone = many.flatMap((one, i) =>
          found([one], where).map((hit) => hit.replace('0', `${i}`)),
        );
        expect(found(many, where).sort()).toEqual(alone.sort());
      }),
      { numRuns: 60 },
    );
  });
});

test('marks are apart, and something is marked where anything was found', () => {
  const hit = fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.nat(3))
    .map(([start, length, index]): Hit => ({ rule: index, term: '', start, end: start + length }));
  fc.assert(
    fc.property(fc.array(hit), (hits) => {
      const marks = resolveOverlaps(hits).sort((a, b) => a.start - b.start);
      marks.forEach((mark, i) => {
        expect(mark.start).toBeGreaterThanOrEqual(marks[i - 1]?.end ?? 0);
      });
      for (const one of hits) {
        expect(marks.some((mark) => mark.start < one.end && one.start < mark.end)).toBe(true);
      }
    }),
  );
});

test('a pattern that explodes elsewhere does not take long on 2,000 abstracts', () => {
  const { scan } = compileRules([rule(['(a+)+$', 'a.*z|a'], { mode: 'regex' })], re2Engine);
  const text = foldText(`${'a'.repeat(40)}! and more text. `.repeat(20));
  for (let i = 0; i < 2_000; i += 1) if (i % 100 === 0) scan(text, 'abstract');
  const { scan: scanOne } = compileRules([rule(['(a+)+$'], { mode: 'regex' })], re2Engine);
  for (let i = 0; i < 2_000; i += 1) expect(scanOne(text, 'abstract')).toEqual([]);
});

describe('a rule', () => {
  test.each([
    [{ terms: [] }, 'A rule needs at least one keyword.'],
    [{ terms: ['x'.repeat(501)] }, 'A keyword can have 500 characters at most.'],
    [{ terms: [' '] }, 'A keyword has nothing in it.'],
    [{ fields: [] }, 'Choose where the rule looks: title, abstract, authors or categories.'],
    [{ colour: 9 }, 'There are eight colours.'],
    [{ id: 'x' }, 'A rule needs an id.'],
  ])('%j is refused', (wrong, message) => {
    const { issues } = v.safeParse(RuleSchema, { ...rule(['a']), ...wrong });
    expect(issues?.[0].message).toBe(message);
  });

  test('samples are rules, and have names', () => {
    expect(v.parse(RulesSchema, SAMPLE_RULES)).toEqual(SAMPLE_RULES);
    expect(SAMPLE_RULES.map(labelOf)[0]).toBe('language model*, LLM* +2');
    expect(labelOf(rule(['survey']))).toBe('survey');
  });

  test('is on where it is meant to be', () => {
    const some = [rule(['a'], { where: 'arxiv' }), rule(['b'], { enabled: false }), rule(['c'])];
    expect(rulesOn(some, 'huggingface').map(labelOf)).toEqual(['c']);
    expect(rulesOn(some, 'arxiv').map(labelOf)).toEqual(['a', 'c']);
    expect(rulesNeedEngine(some)).toBe(false);
    expect(rulesNeedEngine([rule(['a'], { mode: 'regex' })])).toBe(true);
  });
});
