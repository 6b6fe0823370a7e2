import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { RuleSchema } from '@/lib/protocol/rule';
import { newRule, rulesFromFilter } from '@/lib/rules/new-rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { foldText } from '@/lib/text/fold';
import { makeRule } from '../library/commands/rules-sample';

describe('the rules of a filter', () => {
  const ANYWHERE = ['title', 'abstract'];

  test.each<[string, (readonly [terms: string[], fields: string[]])[]]>([
    ['attention', [[['attention*'], ANYWHERE]]],
    ['sparse attention', [[['sparse*', 'attention*'], ANYWHERE]]],
    ['"sparse attention"', [[['sparse attention'], ANYWHERE]]],
    ['attent*', [[['attent*'], ANYWHERE]]],
    ['a OR (b "c d")', [[['a', 'b', 'c d'], ANYWHERE]]],
    ['author:"de vries"', [[['de vries'], ['authors']]]],
    [
      'graph author:ada cat:cs',
      [
        [['graph*'], ANYWHERE],
        [['ada*'], ['authors']],
        [['cs*'], ['categories']],
      ],
    ],
    ['graph graph', [[['graph*'], ANYWHERE]]],
    ['graph -survey -(a OR b)', [[['graph*'], ANYWHERE]]],
    ['tag:later', []],
    ['is:new', []],
    ['-survey', []],
    ['/O\\(n\\)/', [[['O\\(n\\)'], ANYWHERE]]],
    [
      'is:starred graph /x+/ title:/y/ /z/',
      [
        [['graph*'], ANYWHERE],
        [['x+', 'z'], ANYWHERE],
        [['y'], ['title']],
      ],
    ],
    ['', []],
    ['   ', []],
  ])('%j', (text, expected) => {
    const rules = rulesFromFilter(text, []);
    expect(rules.map(({ terms, fields }) => [terms, fields])).toEqual(expected);
  });

  test('mark what the filter marks', () => {
    const texts = ['Attentional graphs', 'attention', 'Grapheme', 'inattention'].map(foldText);
    const set = compileRules(rulesFromFilter('attent graph', []), null);
    const { find } = compileFilter(parseFilter('attent graph').filter, null);
    for (const text of texts) {
      const starts = set.scan(text, 'title').map(({ start }) => start);
      expect(starts).toEqual(find(text, 'title').map(([start]) => start));
    }
  });

  test('look for patterns as patterns, in the case that the filter minds', () => {
    expect(rulesFromFilter('graph /A+b/c', [])).toMatchObject([
      { terms: ['graph*'], mode: 'word', matchCase: false },
      { terms: ['A+b'], mode: 'regex', matchCase: true },
    ]);
  });

  test('are of different colours', () => {
    const colours = rulesFromFilter('graph author:ada', [makeRule(1, { colour: 1 })]).map(
      (r) => r.colour,
    );
    expect(colours).toEqual([2, 3]);
  });
});

describe('a rule made of terms', () => {
  test('is one that the library takes, and highlights everywhere', () => {
    const rule = newRule(['attent*'], []);
    expect(v.parse(RuleSchema, rule)).toEqual(rule);
    expect(rule).toMatchObject({
      terms: ['attent*'],
      action: 'highlight',
      enabled: true,
      where: 'everywhere',
    });
  });

  test('has an id of its own', () => {
    expect(newRule(['a'], []).id).not.toBe(newRule(['a'], []).id);
  });

  test.each<[string, number[], number]>([
    ['the first, where there are no others', [], 1],
    ['one that no rule has', [1, 2, 4], 3],
    ['the one that the fewest have', [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 4], 3],
    ['the first again, where all have as many', [1, 2, 3, 4, 5, 6, 7, 8], 1],
  ])('has as its colour %s', (_, colours, expected) => {
    const others = colours.map((colour, n) => makeRule(n, { colour: colour as 1 }));
    expect(newRule(['a'], others).colour).toBe(expected);
  });
});
