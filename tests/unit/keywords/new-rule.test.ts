import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ruleOf, termsOf } from '@/lib/keywords/new-rule';
import { RuleSchema } from '@/lib/keywords/rule';
import { makeRule } from '../library/rules-sample';

describe('the terms of a filter', () => {
  test.each<[string, string[]]>([
    ['attention', ['attention']],
    ['sparse attention', ['sparse', 'attention']],
    ['"sparse attention"', ['sparse attention']],
    ['attent*', ['attent*']],
    ['a OR (b "c d")', ['a', 'b', 'c d']],
    ['author:"de vries"', ['de vries']],
    ['graph graph', ['graph']],
    ['graph -survey -(a OR b)', ['graph']],
    ['is:new', []],
    ['-survey', []],
    ['/O\\(n\\)/', []],
    ['is:starred graph /x+/', ['graph']],
    ['', []],
    ['   ', []],
  ])('of %j are %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});

describe('a rule made of terms', () => {
  test('is one that the library takes, and highlights everywhere', () => {
    const rule = ruleOf(['attent*'], []);
    expect(v.parse(RuleSchema, rule)).toEqual(rule);
    expect(rule).toMatchObject({
      terms: ['attent*'],
      action: 'highlight',
      enabled: true,
      where: 'everywhere',
    });
  });

  test('has an id of its own', () => {
    expect(ruleOf(['a'], []).id).not.toBe(ruleOf(['a'], []).id);
  });

  test.each<[string, number[], number]>([
    ['the first, where there are no others', [], 1],
    ['one that no rule has', [1, 2, 4], 3],
    ['the one that the fewest have', [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 4], 3],
    ['the first again, where all have as many', [1, 2, 3, 4, 5, 6, 7, 8], 1],
  ])('has as its colour %s', (_, colours, expected) => {
    const others = colours.map((colour, n) => makeRule(n, { colour: colour as 1 }));
    expect(ruleOf(['a'], others).colour).toBe(expected);
  });
});
