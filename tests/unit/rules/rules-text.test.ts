// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Colour } from '@/lib/protocol/colours';
import { ACTIONS, MODES, PLACES, RULE_FIELDS, type Rule } from '@/lib/protocol/rule';
import { parseRules, printRules } from '@/lib/rules/rules-text';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';

const ID = '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a9999';

const anyTerm = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
    fc
      .array(fc.constantFrom('a', ' ', ',', '"', '\\', '\n', '\u2028', '#', ':', '/'), {
        maxLength: 8,
      })
      .map((pieces) => pieces.join('')),
  )
  .filter((term) => term.trim() !== '');
const anyRule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constant(ID),
  terms: fc.array(anyTerm, { minLength: 1, maxLength: 4 }),
  fields: fc.shuffledSubarray([...RULE_FIELDS], { minLength: 1 }),
  mode: fc.constantFrom(...MODES),
  matchCase: fc.boolean(),
  action: fc.constantFrom(...ACTIONS),
  colour: fc.integer({ min: 1, max: 8 }).map((colour) => colour as Colour),
  enabled: fc.boolean(),
  where: fc.constantFrom(...PLACES),
});

test('rules written and read again are the same', () => {
  fc.assert(
    fc.property(fc.array(anyRule, { maxLength: 4 }), (rules) => {
      expect(parseRules(printRules(rules), () => ID)).toEqual({ rules, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test('rules read like this', () => {
  expect(printRules(SAMPLE_RULES.slice(1, 2))).toBe(
    'highlight violet title,abstract word: diffusion model*, flow matching, score based\n',
  );
  expect(printRules(SAMPLE_RULES.slice(-1))).toBe(
    'off mute slate title word: survey, position paper\n',
  );
});

test('as people write them', () => {
  const text = `# mine

    Highlight Teal title,abstract word:attention,"state space" , x
    highlight rose title regex case on arxiv: \\bO\\(n \\log n\\)`;
  const { rules, problems } = parseRules(text, () => ID);
  expect(problems).toEqual([]);
  expect(rules).toMatchObject([
    { terms: ['attention', 'state space', 'x'], colour: 2, enabled: true, where: 'everywhere' },
    { terms: ['\\bO\\(n \\log n\\)'], mode: 'regex', matchCase: true, where: 'arxiv' },
  ]);
});

test('what is wrong is named by its line, and the other lines are taken', () => {
  const text = [
    'highlight teal title word: one',
    'hello',
    'highlight pink title word: x',
    'hide teal title word: x',
    'highlight teal heading word: x',
    'highlight teal title word:',
    'highlight teal title word: "a" b',
    'highlight teal title words: x',
    'highlight teal title word on bing: x',
    'highlight teal title word: two',
  ].join('\r\n');
  const { rules, problems } = parseRules(text, () => ID);
  expect(rules.map(({ terms }) => terms[0])).toEqual(['one', 'two']);
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '2 This is no rule. A rule looks like this: highlight teal title word: attention',
    '3 "pink" is no colour. There are amber, teal, violet, rose, sky, lime, orange, slate.',
    '4 "hide" is nothing a rule does: write highlight or mute.',
    '5 "heading" is no field. There are title, abstract, authors, categories.',
    '6 A rule needs at least one keyword.',
    `7 This can't be read from here: "a" b`,
    '8 "words" is no kind of keyword: write word, stem or regex.',
    '9 A rule works everywhere, on arxiv or on huggingface.',
  ]);
});
